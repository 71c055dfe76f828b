import { anAddressShard } from './addresses.ts'
import { aBodyPack } from './body-pack.ts'
import { aDirectoryPart, aTallyShard } from './categories.ts'
import type { Checked } from './check.ts'
import { aPagesShard } from './pages.ts'
import { aDayShard, aMonthShard, aPage, aPostingsShard, aYearShard, aYearsShard } from './timeline.ts'

/** Every kind of immutable shard with its check; the kind is also the folder the shard lies in. */
export const SHARD_CHECKS = {
  years: aYearsShard,
  year: aYearShard,
  month: aMonthShard,
  postings: aPostingsShard,
  day: aDayShard,
  page: aPage,
  bodies: aBodyPack,
  directory: aDirectoryPart,
  tally: aTallyShard,
  addresses: anAddressShard,
  pages: aPagesShard,
} as const

export type ShardKind = keyof typeof SHARD_CHECKS
export type ShardOf<K extends ShardKind> = Checked<(typeof SHARD_CHECKS)[K]>
