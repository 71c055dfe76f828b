import { addressKey } from './address-key.ts'
import { type Day, isDay, isMonth, monthOf, yearOf } from './day.ts'

/** What an address of jekyll-archives lists: a category, or the days from `from` to `to` (days or months). */
export interface AddressedList {
  readonly category?: string
  readonly from?: string
  readonly to?: string
}

/** The lists that jekyll-archives can give addresses, by its own names. */
export const ARCHIVES = ['categories', 'year', 'month', 'day'] as const

/**
 * Reads `/category/rili/`, `/2022/`, `/2022/01/` and `/2022/01/21/` as the lists they are, where the site has them
 * (https://github.com/jekyll/jekyll-archives, with its default permalinks).
 */
export const readListAddress = (path: string, archives: readonly string[]): AddressedList | undefined => {
  const key = addressKey(path)
  const category = /^\/category\/([^/]+)\/$/.exec(key)?.[1]
  if (category && archives.includes('categories')) return { category: category.toLowerCase() }
  const [, year, month, day] = /^\/(\d{4})\/(?:(\d{2})\/(?:(\d{2})\/)?)?$/.exec(key) ?? []
  const period = [year, month, day].filter(Boolean).join('-')
  if (isDay(period)) return archives.includes('day') ? { from: period, to: period } : undefined
  if (isMonth(period)) return archives.includes('month') ? { from: period, to: period } : undefined
  return year && !month && archives.includes('year') ? { from: `${year}-01`, to: `${year}-12` } : undefined
}

/** The addresses of the lists that these days and categories have, each once, in order. */
export const listAddresses = (
  archives: readonly string[],
  slugs: readonly string[],
  days: Iterable<Day>,
): string[] => {
  const addresses = new Set<string>()
  if (archives.includes('categories'))
    for (const slug of slugs) addresses.add(`/category/${encodeURIComponent(slug)}/`)
  for (const day of days) {
    if (!isDay(day)) continue
    if (archives.includes('year')) addresses.add(`/${yearOf(day)}/`)
    if (archives.includes('month')) addresses.add(`/${monthOf(day).replace('-', '/')}/`)
    if (archives.includes('day')) addresses.add(`/${day.replaceAll('-', '/')}/`)
  }
  return [...addresses]
}
