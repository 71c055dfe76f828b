import { type Checked, count, dictionary, list, object, optional, text } from './check.ts'
import { aMonth } from './day.ts'

/** A category as pickers show it. `also` holds other names articles gave the same slug. */
export const aCategoryEntry = object({ slug: text(), name: text(), count, also: optional(list(text())) })
export type CategoryEntry = Checked<typeof aCategoryEntry>

/** A part of the list of all categories, by falling count, then by slug. */
export const aDirectoryPart = object({ categories: list(aCategoryEntry) })
export type DirectoryPart = Checked<typeof aDirectoryPart>

/** Where a category's articles lie: its months, oldest first, each with a count. */
export const aTally = object({
  name: text(),
  count,
  /** How many of its articles carry another category as well: where it is 0, counts of categories add up. */
  mixed: count,
  months: list(object({ month: aMonth, count })),
})
export type Tally = Checked<typeof aTally>

/** The tallies of the categories whose slug falls in this part. */
export const aTallyShard = object({ categories: dictionary(aTally) })
export type TallyShard = Checked<typeof aTallyShard>
