import type { Article } from '../../archive/article.ts'
import { categoryFeeds, siteFeeds } from '../../archive/feed-address.ts'
import { PRINTED_ID, type PrintedPage } from '../../archive/printed-page.ts'
import type { Site } from '../../archive/root.ts'
import { firstImage } from '../first-image.ts'

/** What a page says of itself before any script runs. */
export interface PageHead {
  /** What the page is about, without the site's name. */
  readonly name: string
  readonly description: string
  /** Below the site's base, with a slash in front. */
  readonly address: string
  readonly type: 'website' | 'article'
  readonly published?: string
  /** The slug of a category that has feeds of its own. */
  readonly category?: string
  /** An absolute address, or one below the site's root. */
  readonly image?: string
  /** Names of the categories of an article. */
  readonly sections?: readonly string[]
  /** Where an article came from. */
  readonly source?: { readonly name?: string | undefined; readonly link?: string | undefined }
}

/** What stands in the body of a page that is printed, and what the reader needs to take it over. */
export interface PageBody {
  readonly markup: string
  readonly page: PrintedPage
}

/** Makes a page: the built shell with a head of its own, and with its text where it is printed. */
export type WritePage = (head: PageHead, body?: PageBody) => string

/** The place in the shell for what the reader renders, and what is said there to who has no scripts. */
const PLACE = /<div id="root"><\/div>(\s*<noscript>[\s\S]*?<\/noscript>)?/

/** What the pages of articles load besides, as the build has noted it: see vite-plugin.ts. */
const ARTICLE_PARTS = /\s*<!--article-parts:([\s\S]*?)-->/

/** The shell's `<title>`, description and root are the places that are filled. It is taken apart once for all pages. */
export const pageWriter = (template: string, site: Site): WritePage => {
  const shell = template
    // A function as replacement: a language tag may hold no `$&`, but the habit is cheap.
    .replace(/<html lang="[^"]*">/, () => `<html lang="${escapeText(site.lang)}">`)
    .replace(/\s*<meta name="description"[^>]*>/, '')
  const parts = ARTICLE_PARTS.exec(shell)?.[1] ?? ''
  const plain = shell.replace(ARTICLE_PARTS, '')
  const title = /<title>[^<]*<\/title>/.exec(plain)
  if (!title) return () => plain
  const place = PLACE.exec(plain)
  const before = plain.slice(0, title.index)
  const behind = plain.slice(title.index + title[0].length)
  const until = place ? plain.slice(title.index + title[0].length, place.index) : behind
  const after = place ? plain.slice(place.index + place[0].length) : ''
  return (head, body) => {
    const tags = tagsOf(site, head)
    if (head.type === 'article' && parts) tags.push(parts)
    const top = before + tags.join('\n    ')
    if (!body || !place) return top + behind
    return `${top}${until}<div id="root">${body.markup}</div>\n    ${dataTag('application/json', body.page, PRINTED_ID)}${after}`
  }
}

/** What the page of an article says. `html` is its body. */
export const headOf = (
  article: Pick<Article, 'title' | 'excerpt' | 'permalink' | 'instant' | 'categories' | 'source'>,
  html: string,
): PageHead => {
  const { title, excerpt, permalink, instant, categories, source } = article
  const image = firstImage(html)
  return {
    name: title,
    description: excerpt,
    address: permalink,
    type: 'article',
    ...(instant && { published: instant }),
    ...(image && { image }),
    ...(categories.length > 0 && { sections: categories.map(({ name }) => name) }),
    ...(source && { source }),
  }
}

const tagsOf = (site: Site, head: PageHead): string[] => {
  const { name, type, published, sections = [] } = head
  // Search engines ask for one of each page.
  const description = head.description || name
  const title = name === site.title ? name : `${name} - ${site.title}`
  const address = absolute(site, head.address)
  const own = head.image === undefined ? '' : absolute(site, head.image, '')
  const image = own || absolute(site, imageOf(site))
  const tags = [
    `<title>${escapeText(title)}</title>`,
    metaTag('name', 'description', description),
    address && `<link rel="canonical" href="${escapeText(address)}">`,
    ...feedLinks(site, head),
    metaTag('property', 'og:title', name),
    metaTag('property', 'og:description', description),
    metaTag('property', 'og:type', type),
    metaTag('property', 'og:site_name', site.title),
    metaTag('property', 'og:locale', site.lang.replace('-', '_')),
    address && metaTag('property', 'og:url', address),
    metaTag('property', 'og:image', image),
    metaTag('name', 'twitter:card', own ? 'summary_large_image' : 'summary'),
    // WeChat reads these where it makes a card of an address.
    metaTag('itemprop', 'name', name),
    metaTag('itemprop', 'description', description),
    metaTag('itemprop', 'image', image),
    metaTag('property', 'article:published_time', published ?? ''),
    ...sections.map((section) => metaTag('property', 'article:section', section)),
    type === 'article' && published
      ? dataTag('application/ld+json', newsArticle(site, head, address, image))
      : '',
  ]
  return tags.filter(Boolean)
}

/** Where what the page shows can be followed: https://www.rssboard.org/rss-autodiscovery */
const feedLinks = (site: Site, { name, category }: PageHead): string[] => {
  const feeds = category === undefined ? siteFeeds(site) : categoryFeeds(site, category)
  if (!feeds) return []
  const title = escapeText(category === undefined ? site.title : `${name} - ${site.title}`)
  const link = (type: string, path: string): string =>
    `<link rel="alternate" type="${type}" title="${title}" href="${escapeText(site.baseurl + path)}">`
  return [link('application/atom+xml', feeds.atom), link('application/feed+json', feeds.json)]
}

/** The picture of a site that has told none: Kanbao's own, among the reader's files. */
const USUAL_IMAGE = '/preview.png'

/** With a slash in front, or absolute. */
const imageOf = ({ image }: Site): string => {
  if (image === undefined) return USUAL_IMAGE
  return /^(https?:)?\/\//i.test(image) ? image : `/${image.replace(/^\/+/, '')}`
}

/** The article in the words of schema.org: https://schema.org/NewsArticle */
const newsArticle = (site: Site, head: PageHead, address: string, image: string): object => {
  const { name, published, sections, source } = head
  const publisher = {
    '@type': 'Organization',
    name: site.title,
    ...(site.url && { url: site.url + site.baseurl }),
  }
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: name,
    datePublished: published,
    inLanguage: site.lang,
    ...(address && { mainEntityOfPage: address }),
    ...(image && { image: [image] }),
    ...(sections && { articleSection: sections }),
    author: { '@type': 'Organization', name: source?.name ?? (site.author || site.title) },
    publisher,
    ...(source?.link && { isBasedOn: source.link }),
  }
}

/** An address with scheme and host; empty where the site has told no host. `base` stands before one of the site's own. */
const absolute = (site: Site, address: string, base = site.baseurl): string => {
  if (/^https?:\/\//i.test(address)) return address
  if (address.startsWith('//')) return `https:${address}`
  return site.url && address.startsWith('/') ? site.url + base + address : ''
}

/** JSON in a page: no `<` may stand in it, or a text could end the element. */
const dataTag = (type: string, content: object, id?: string): string => {
  const json = JSON.stringify(content)
  const text = json.includes('<') ? json.replaceAll('<', '\\u003c') : json
  return `<script type="${type}"${id ? ` id="${id}"` : ''}>${text}</script>`
}

const metaTag = (kind: 'name' | 'property' | 'itemprop', name: string, content: string): string =>
  content && `<meta ${kind}="${name}" content="${escapeText(content)}">`

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeText = (text: string): string =>
  /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign) : text
