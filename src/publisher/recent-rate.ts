/** How long the past is, in milliseconds, that the pace is taken from: long enough for it to be steady. */
const WINDOW = 15_000

/** Times between two marks that are kept, in milliseconds, so that a stage of hours keeps few. */
const STEP = 500

/** How fast a stage goes, of late. Both are nothing as long as that cannot be told. */
export interface RecentRate {
  at(count: number): void
  /** Items a second. */
  rate(): number | undefined
  /** Milliseconds until there are so many. */
  left(total: number): number | undefined
}

/**
 * Measures by the last seconds, not from the start: posts that an earlier publish left ready go by much faster than
 * the others.
 */
export const startRate = (now: () => number): RecentRate => {
  const marks = [{ time: now(), count: 0 }]
  let last = { time: now(), count: 0 }
  const rate = (): number | undefined => {
    const first = marks[0] ?? last
    const rate = ((last.count - first.count) * 1000) / (last.time - first.time)
    return Number.isFinite(rate) && rate > 0 ? rate : undefined
  }
  return {
    at(count) {
      last = { time: now(), count }
      if (last.time - (marks.at(-1)?.time ?? 0) >= STEP) marks.push(last)
      // One mark may be older than the window, so that there is always one to measure from.
      while (marks[1] && last.time - marks[1].time >= WINDOW) marks.shift()
    },
    rate,
    left(total) {
      const pace = rate()
      return pace && (Math.max(0, total - last.count) * 1000) / pace
    },
  }
}
