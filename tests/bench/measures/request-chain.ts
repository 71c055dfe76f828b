/** A request from when it was made to when its last byte was there, by any one clock. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * How many requests at most were made one after another: one that starts when another has ended is one further down,
 * since it may have waited for it. So it is never less than the round trips, and more where one was made by chance.
 */
export const longestChain = (spans: readonly Span[]): number => {
  const ends: { end: number; depth: number }[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const before = ends.filter((each) => each.end <= start).map(({ depth }) => depth)
    ends.push({ end, depth: Math.max(0, ...before) + 1 })
  }
  return Math.max(0, ...ends.map(({ depth }) => depth))
}
