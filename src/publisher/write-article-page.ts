import type { PrintPage } from '../archive/printed-page.ts'
import type { Site } from '../archive/root.ts'
import { dressBody } from './stages/dress-body.ts'
import type { Outline } from './stages/pack-day.ts'
import { headOf, pageWriter } from './stages/write-page.ts'

/**
 * Prepares to write the pages of articles: each the shell with its head and, where there is a printer, its text as the
 * reader shows it.
 */
export const articlePageWriter = (
  template: string,
  site: Site,
  print: PrintPage | undefined,
): ((article: Outline, html: string) => string) => {
  const write = pageWriter(template, site)
  const home = site.url && `${site.url}${site.baseurl}/`
  return (article, html) => {
    const head = headOf(article, html)
    if (!print) return write(head)
    const page = { site, article }
    return write(head, { markup: print({ ...page, body: dressBody(html, home) }, article.permalink), page })
  }
}
