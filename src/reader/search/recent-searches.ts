const KEY = 'kanbao.searches'

/** Searches kept on the device: more than one sees at a glance would be a record, not a help. */
const KEPT = 10

/** What was searched for on this device, the latest first; storage that is closed or broken counts as empty. */
export const readRecent = (): readonly string[] => {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    if (!Array.isArray(stored)) return []
    const words = stored.flatMap((each: unknown) => (typeof each === 'string' && each.trim() ? [each] : []))
    return [...new Set(words)].slice(0, KEPT)
  } catch {
    return []
  }
}

/** Puts a search on top. The list is read anew, since another tab may have written it. */
export const keepRecent = (words: string): readonly string[] =>
  write([words, ...readRecent().filter((each) => each !== words)].slice(0, KEPT))

/** Forgets one search, or all of them. */
export const eraseRecent = (words?: string): readonly string[] =>
  write(words === undefined ? [] : readRecent().filter((each) => each !== words))

const write = (searches: readonly string[]): readonly string[] => {
  try {
    if (searches.length > 0) localStorage.setItem(KEY, JSON.stringify(searches))
    else localStorage.removeItem(KEY)
  } catch {
    // A private window may refuse: searching works all the same, and nothing is kept.
  }
  return searches
}
