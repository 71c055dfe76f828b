import type { Draft } from '../post.ts'
import { noteFor, type Problem } from '../problems.ts'

/** The number that a scraped post bears, whatever stands before it in the file name. */
const ID = /(\d{18})(?:\.[^.]*)?$/

/**
 * A scraper that loses its source for a moment writes the same post without title and date beside the real one.
 * Such a stub is folded into the post of the same id; a stub that stands alone stays an article.
 */
export const foldTwins = (drafts: readonly Draft[], problems: Problem[]): Draft[] => {
  const whole = new Map<string, Draft>()
  for (const draft of drafts) {
    const id = ID.exec(draft.path)?.[1]
    if (id && !draft.isStub && !whole.has(id)) whole.set(id, draft)
  }
  return drafts.filter((draft) => {
    const twin = draft.isStub ? whole.get(ID.exec(draft.path)?.[1] ?? '') : undefined
    if (twin)
      noteFor(problems, draft.path)(
        'twin',
        'has neither title nor date',
        `folded into ${twin.path}, of the same id`,
      )
    return !twin
  })
}
