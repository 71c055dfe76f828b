import { type Month, monthOf } from '../../archive/day.ts'
import type { PostRecord } from '../post-record.ts'
import type { Ledger } from './ledger.ts'
import type { MonthMemo, PackedMemo } from './month-file.ts'

/**
 * Sorts what a publish knows into months. A month that is as it was before keeps its file.
 * @param others posts that are no articles.
 * @param restamped posts whose files have another stamp and the same content.
 */
export const monthMemos = (
  entries: readonly PackedMemo[],
  others: readonly PostRecord[],
  before: Pick<Ledger, 'months'>,
  restamped: ReadonlySet<PostRecord>,
): ReadonlyMap<Month, MonthMemo> => {
  const months = new Map<Month, { posts: PostRecord[]; entries: PackedMemo[] }>()
  const monthAt = (month: Month) => {
    const known = months.get(month) ?? { posts: [], entries: [] }
    months.set(month, known)
    return known
  }
  for (const entry of entries) {
    const month = monthAt(monthOf(entry.day))
    month.entries.push(entry)
    for (const post of entry.posts) month.posts.push(post)
  }
  for (const post of others) monthAt(monthOf(post.day)).posts.push(post)
  return new Map(
    [...months].map(([month, memo]): [Month, MonthMemo] => {
      const old = before.months.get(month)
      const isSame =
        old !== undefined &&
        areSame(old.entries, memo.entries) &&
        areSame(old.posts, memo.posts) &&
        (restamped.size === 0 || !memo.posts.some((post) => restamped.has(post)))
      return [month, isSame ? old : memo]
    }),
  )
}

/** Whether two lists hold the very same things. */
const areSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, place) => item === b[place])
