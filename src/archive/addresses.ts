import { addressKey } from './address-key.ts'
import { type Checked, dictionary, object, optional } from './check.ts'
import { aDay, type Day, isDay } from './day.ts'
import { aPermalink } from './headline.ts'

/**
 * `days`: permalinks (as address keys) that do not tell their article's day, with that day. `moved`: other addresses
 * of articles, with the permalink that each leads to.
 */
export const anAddressShard = object({ days: dictionary(aDay), moved: optional(dictionary(aPermalink)) })
export type AddressShard = Checked<typeof anAddressShard>

/**
 * The day that a permalink itself tells (`…/2022/01/21/…` or `…/2022-01-21-…`), or nothing. Permalinks for which
 * this is not the article's own day stand in the address shards: FORMAT.md, "From an address to an article".
 */
export const dayInPermalink = (permalink: string): Day | undefined => {
  const found = /\/(\d{4})[/-](\d{2})[/-](\d{2})(?!\d)/.exec(addressKey(permalink))
  const day = found && `${found[1]}-${found[2]}-${found[3]}`
  return day && isDay(day) ? day : undefined
}
