import type { Draft } from '../post.ts'
import { noteFor, type Problem } from '../problems.ts'

/**
 * Folds a post into one of the same file name, address, title and text in another folder: an archive that is moved
 * by a script has posts in both places for a while. The first by path stays, and takes the other's addresses along.
 */
export const foldCopies = (drafts: readonly Draft[], problems: Problem[]): Draft[] => {
  const kept = new Map<string, Draft>()
  for (const draft of drafts) {
    const { permalink, title, html } = draft.article
    const name = draft.path.slice(draft.path.lastIndexOf('/') + 1)
    const key = JSON.stringify([name, permalink, title, html])
    const first = kept.get(key)
    kept.set(key, first ? { ...first, aliases: [...first.aliases, ...draft.aliases] } : draft)
    if (first) noteFor(problems, draft.path)('twin', `is the same post as ${first.path}`, 'folded into it', 1)
  }
  return [...kept.values()]
}
