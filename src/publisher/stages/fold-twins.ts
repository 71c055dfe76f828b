import type { Draft } from '../post.ts'
import { noteFor, type Problem } from '../problems.ts'

/** The number that a scraped post bears, whatever stands before it in the file name. */
const ID = /(\d{18})(?:\.[^.]*)?$/

/** Characters of a stub's text that its twin must begin with: enough to tell two stories apart, few enough for a cut one. */
const ALIKE = 40

/**
 * A scraper that loses its source for a moment writes the same post without title and date beside the real one.
 * Such a stub is folded into the post of the same id that begins as it does; any other stub stays an article, since
 * it may be the only place of its text.
 */
export const foldTwins = (drafts: readonly Draft[], problems: Problem[]): Draft[] => {
  const whole = new Map<string, Draft[]>()
  for (const draft of drafts) {
    const id = ID.exec(draft.path)?.[1]
    if (id && !draft.isStub) whole.set(id, [...(whole.get(id) ?? []), draft])
  }
  return drafts.filter((draft) => {
    if (!draft.isStub) return true
    const begun = openingOf(draft)
    const twin = whole.get(ID.exec(draft.path)?.[1] ?? '')?.find((each) => openingOf(each).startsWith(begun))
    if (twin)
      noteFor(problems, draft.path)(
        'twin',
        'has neither title nor date',
        `folded into ${twin.path}, of the same id`,
        1,
      )
    return !twin
  })
}

/** An excerpt leaves out a first line that is the title; a post without any text begins like every other. */
const openingOf = ({ article: { excerpt, title, html } }: Draft): string =>
  Array.from(excerpt || (html && title))
    .slice(0, ALIKE)
    .join('')
