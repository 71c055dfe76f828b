import { addressKey } from '../../archive/address-key.ts'
import type { Article } from '../../archive/article.ts'
import type { CategoryEntry } from '../../archive/categories.ts'
import { listAddresses } from '../../archive/list-address.ts'
import type { Site } from '../../archive/root.ts'
import type { Edition } from '../edition.ts'

/** What a page says of itself before any script runs. */
export interface PageHead {
  readonly title: string
  readonly description: string
  /** Below the site's base, with a slash in front. */
  readonly address: string
  readonly type: 'website' | 'article'
  readonly published?: string
}

/** File systems name no file longer than this. */
const LONGEST_NAME = 255

/** What file systems answer when a name is too long for them, or one address is a folder of another. */
const UNBEARABLE = new Set(['ENAMETOOLONG', 'EEXIST', 'ENOTDIR', 'EISDIR', 'ENOTEMPTY', 'EILSEQ', 'EINVAL'])

/**
 * A file for each address, so that a plain static server answers every one; the reader's script fills it. An address
 * that no file can bear, or whose file is another's (`/a` and `/a.html`), is told to `onNoFile`: the app answers it.
 * An address in `moved` gets the page of the article it leads to, whose canonical URL is the article's.
 */
export const writePages = (
  edition: Edition,
  template: string,
  site: Site,
  articles: Iterable<Article>,
  categories: readonly CategoryEntry[],
  onNoFile: (permalink: string) => void,
  moved: ReadonlyMap<string, string> = new Map(),
): void => {
  const taken = new Set(['index.html', '404.html'])
  const putPage = (head: PageHead): void => {
    const path = pagePath(head.address)
    if (path !== undefined && !taken.has(path) && putFile(edition, path, pageOf(template, site, head)))
      taken.add(path)
    else onNoFile(head.address)
  }
  const home: PageHead = { title: site.title, description: site.description, address: '/', type: 'website' }
  edition.put('index.html', pageOf(template, site, home))
  // Static hosts answer an unknown address with this file: the app then looks the address up.
  edition.put('404.html', pageOf(template, site, home))
  for (const { slug, name, count } of categories) {
    putPage({
      title: `${name} - ${site.title}`,
      description: `${name} · ${count}`,
      address: `/category/${encodeURIComponent(slug)}.html`,
      type: 'website',
    })
  }
  const heads = new Map<string, PageHead>()
  const days: string[] = []
  for (const article of articles) {
    const head = headOf(article, site)
    heads.set(article.permalink, head)
    putPage(head)
    days.push(article.day)
  }
  const slugs = categories.map(({ slug }) => slug)
  for (const address of listAddresses(site.archives ?? [], slugs, days)) putPage({ ...home, address })
  for (const [alias, permalink] of moved) {
    const head = heads.get(permalink)
    const path = pagePath(alias)
    if (
      head &&
      path !== undefined &&
      !taken.has(path) &&
      putFile(edition, path, pageOf(template, site, head))
    )
      taken.add(path)
  }
}

/** False when the file system has no place for such a file; a full disk, say, stops the publish. */
const putFile = (edition: Edition, path: string, content: string): boolean => {
  try {
    edition.put(path, content)
    return true
  } catch (thrown) {
    if (UNBEARABLE.has((thrown as NodeJS.ErrnoException).code ?? '')) return false
    throw thrown
  }
}

const headOf = ({ title, excerpt, permalink, instant }: Article, site: Site): PageHead => ({
  title: `${title} - ${site.title}`,
  description: excerpt,
  address: permalink,
  type: 'article',
  ...(instant && { published: instant }),
})

/** The file that a static server gives for an address: `/a/` is `a/index.html`, `/a` and `/a.html` are `a.html`. */
export const pagePath = (address: string): string | undefined => {
  const path = addressKey(address).slice(1).replaceAll('%25', '%')
  // Jekyll's own rule: any other ending would make hosts send the page as something else.
  const file =
    path === '' || path.endsWith('/') ? `${path}index.html` : /\.html?$/i.test(path) ? path : `${path}.html`
  const isPossible = file.split('/').every((name) => name !== '..' && Buffer.byteLength(name) <= LONGEST_NAME)
  return isPossible && !file.includes('\0') && !/\\|%2F/i.test(file) ? file : undefined
}

/** The built shell with a head of its own. The shell's `<title>` and description are the places that are filled. */
export const pageOf = (template: string, site: Site, head: PageHead): string => {
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
  // A function as replacement: a title may hold `$&`.
  return template
    .replace(/<html lang="[^"]*">/, () => `<html lang="${escapeText(site.lang)}">`)
    .replace(/\s*<meta name="description"[^>]*>/, '')
    .replace(/<title>[^<]*<\/title>/, () => tags.filter(Boolean).join('\n    '))
}

const metaTag = (kind: 'name' | 'property', name: string, content: string): string =>
  content && `<meta ${kind}="${name}" content="${escapeText(content)}">`

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeText = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
