import type { Article } from '../../archive/article.ts'
import type { Site } from '../../archive/root.ts'

/** What a page says of itself before any script runs. */
export interface PageHead {
  readonly title: string
  readonly description: string
  /** Below the site's base, with a slash in front. */
  readonly address: string
  readonly type: 'website' | 'article'
  readonly published?: string
}

/** Makes a page: the built shell with a head of its own. */
export type WritePage = (head: PageHead) => string

/** The shell's `<title>` and description are the places that are filled. It is taken apart once for all pages. */
export const pageWriter = (template: string, site: Site): WritePage => {
  const shell = template
    // A function as replacement: a language tag may hold no `$&`, but the habit is cheap.
    .replace(/<html lang="[^"]*">/, () => `<html lang="${escapeText(site.lang)}">`)
    .replace(/\s*<meta name="description"[^>]*>/, '')
  const place = /<title>[^<]*<\/title>/.exec(shell)
  if (!place) return () => shell
  const before = shell.slice(0, place.index)
  const behind = shell.slice(place.index + place[0].length)
  return (head) => before + tagsOf(site, head).join('\n    ') + behind
}

/** What the page of an article says. */
export const headOf = (
  { title, excerpt, permalink, instant }: Pick<Article, 'title' | 'excerpt' | 'permalink' | 'instant'>,
  site: Site,
): PageHead => ({
  title: `${title} - ${site.title}`,
  description: excerpt,
  address: permalink,
  type: 'article',
  ...(instant && { published: instant }),
})

const tagsOf = (site: Site, head: PageHead): string[] => {
  const address = site.url ? `${site.url}${site.baseurl}${head.address}` : ''
  const tags = [
    `<title>${escapeText(head.title)}</title>`,
    metaTag('name', 'description', head.description),
    address && `<link rel="canonical" href="${escapeText(address)}">`,
    metaTag('property', 'og:title', head.title),
    metaTag('property', 'og:description', head.description),
    metaTag('property', 'og:type', head.type),
    metaTag('property', 'og:site_name', site.title),
    address && metaTag('property', 'og:url', address),
    head.published ? metaTag('property', 'article:published_time', head.published) : '',
  ]
  return tags.filter(Boolean)
}

const metaTag = (kind: 'name' | 'property', name: string, content: string): string =>
  content && `<meta ${kind}="${name}" content="${escapeText(content)}">`

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeText = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
