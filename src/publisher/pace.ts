import { UNDATED } from '../archive/day.ts'

/** Days that a pace is taken over. */
const PACE_DAYS = 30

/**
 * Articles a day over the newest 30 days that hold articles; 0 without any. Days without articles are passed over:
 * a pause, or a gap before an import, is no slow pace. A day may come in several entries; the undated do not count.
 */
export const paceOf = (days: Iterable<readonly [day: string, count: number]>): number => {
  const counts = new Map<string, number>()
  for (const [day, count] of days)
    if (count > 0 && day !== UNDATED) counts.set(day, (counts.get(day) ?? 0) + count)
  const newest = [...counts].sort(([a], [b]) => (a < b ? 1 : -1)).slice(0, PACE_DAYS)
  return newest.reduce((sum, [, count]) => sum + count, 0) / Math.max(1, newest.length)
}
