import { anArticle } from './article.ts'
import { aCategoryEntry } from './categories.ts'
import { type Check, type Checked, count, list, object, optional } from './check.ts'
import { aMonth } from './day.ts'
import { aHeadline } from './headline.ts'
import { MAX_SEGMENTS, NEWEST_HEADLINES, RECENT_MONTHS } from './limits.ts'
import { aSite } from './root.ts'
import { aSegment } from './segments.ts'

/** The id of the element that holds the JSON of a PrintedPage. */
export const PRINTED_ID = 'printed'

/** All that a printed page says of its article: the body stands in the page already, and is not said twice. */
const anOutline: Check<Omit<Checked<typeof anArticle>, 'html'>> = (value, place) =>
  anArticle({ ...(value as object), html: '' }, place)

/**
 * What a page that was printed when the site was published says to the reader that takes it over: as much as is needed
 * to render the very same page again. It is no part of the archive, and belongs to the reader that printed it.
 */
export const aPrintedPage = object({
  site: aSite,
  /** The article of the page, or one of the site's own pages. */
  article: optional(anOutline),
  /** The newest headlines, newest first: of the category, or of the whole archive. */
  list: optional(
    object({ category: optional(aCategoryEntry), headlines: list(aHeadline, NEWEST_HEADLINES) }),
  ),
  /**
   * The search index as the root names it, and how many articles the recent months have, on the home page alone: whose
   * address holds words searches by it at once.
   */
  search: optional(
    object({
      segments: list(aSegment, MAX_SEGMENTS),
      months: list(object({ month: aMonth, count }), RECENT_MONTHS),
    }),
  ),
})
export type PrintedPage = Checked<typeof aPrintedPage>

/** A printed page with the text of its article, which stands in the page as markup. */
export interface StandingPage extends PrintedPage {
  /** HTML for whoever prints the page; empty for a reader, who has it in the document. */
  readonly body: string
}

/** Renders what stands in a page before any script runs; `address` is below the site's base, with a slash in front. */
export type PrintPage = (page: StandingPage, address: string) => string
