import { type RefObject, useEffect } from 'react'
import { bringIntoView } from './bring-into-view.ts'

/** The name of the passage's highlight in the style sheet. */
const HIGHLIGHT = 'passage'

/** A passage is looked for once: whoever comes back to the article comes back to where it was left. */
let isFollowed = false

/**
 * Brings the passage that the page's address names (`#:~:text=…`) into view. Browsers do so by themselves, but look
 * for it half a second long at most, and an article may come later than that.
 */
export const usePassage = (permalink: string, text: RefObject<HTMLElement | null>): void => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another article is another address.
  useEffect(() => {
    const hash = isFollowed ? undefined : directiveHere()
    if (!hash) return
    let isGone = false
    import('./find-passage.ts')
      .then(({ findPassage }) => {
        if (isGone || !text.current) return
        isFollowed = true
        const passage = findPassage(hash, text.current)
        if (passage) show(passage, text.current)
      })
      // Without it the article is read from its top.
      .catch(() => undefined)
    return () => {
      isGone = true
      globalThis.CSS?.highlights?.delete(HIGHLIGHT)
    }
  }, [permalink, text])
}

/**
 * The fragment directive of the address, if this is still the page that was loaded with it. `location` keeps it from
 * scripts; the record of the navigation does not.
 */
const directiveHere = (): string | undefined => {
  const [entry] = performance.getEntriesByType?.('navigation') ?? []
  if (!entry?.name.includes(':~:') || (entry as PerformanceNavigationTiming).type !== 'navigate')
    return undefined
  const { pathname, hash } = new URL(entry.name)
  return pathname === location.pathname ? hash : undefined
}

const show = (passage: Range, text: Element): void => {
  const { top, bottom } = passage.getBoundingClientRect()
  // A third from the top: below any bar, with some of what stands before it.
  if (top < 0 || bottom > innerHeight) bringIntoView(text, top, innerHeight / 3)
  globalThis.CSS?.highlights?.set(HIGHLIGHT, new Highlight(passage))
}
