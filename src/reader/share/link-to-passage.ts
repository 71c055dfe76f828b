import {
  generateFragmentFromRange,
  setTimeout as setLimit,
} from 'text-fragments-polyfill/dist/fragment-generation-utils.js'

// In milliseconds. Its own half second is less than a slow phone takes for a long article.
setLimit(3000)

/**
 * The address that leads to a passage of the page: a text fragment with as much of its surroundings as makes it the
 * only one (https://wicg.github.io/scroll-to-text-fragment/). Nothing for a passage that cannot be told from others.
 */
export const linkToPassage = (address: string, passage: Range): string | undefined => {
  // A copy: the generator widens the range to whole words, since browsers look for whole words only.
  const { fragment } = alone(passage, () => generateFragmentFromRange(passage.cloneRange()))
  if (!fragment) return undefined
  const { prefix, textStart, textEnd, suffix } = fragment
  const parts = [
    prefix && `${encodePart(prefix)}-`,
    encodePart(textStart),
    textEnd && encodePart(textEnd),
    suffix && `-${encodePart(suffix)}`,
  ]
  return `${address}#:~:text=${parts.filter(Boolean).join(',')}`
}

/** A hyphen is part of the directive's own syntax. */
const encodePart = (text: string): string => encodeURIComponent(text).replaceAll('-', '%2D')

/**
 * The generator knows but the whole page. To it, the first words of an article that the list repeats would be there
 * twice, and what follows its last words would be this very panel. So nothing but the text is to be seen while it
 * works, which takes no time that is painted.
 */
const alone = <T>({ commonAncestorContainer: place }: Range, work: () => T): T => {
  const others: HTMLElement[] = []
  let part = (place instanceof Element ? place : place.parentElement)?.closest('article')
  for (; part && part !== document.body; part = part.parentElement)
    for (const other of part.parentElement?.children ?? [])
      if (other !== part && other instanceof HTMLElement) others.push(other)
  for (const other of others) other.style.visibility = 'hidden'
  try {
    return work()
  } finally {
    for (const other of others) other.style.removeProperty('visibility')
  }
}
