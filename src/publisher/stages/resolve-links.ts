import type { Root, RootContent } from 'hast'
import { storyIdIn } from '../story-id.ts'

/** What is known of the site when a post's links are read. */
export interface LinkPlaces {
  /** Hosts the site answers at, or once did, in lower case: links to them are links inside. */
  readonly hosts: ReadonlySet<string>
  /** The path the site stands below, such as `/news`, or empty. */
  readonly baseurl: string
  /** Articles by what other posts may call them: the id of a story, or the path of a post's file. */
  readonly articles: ReadonlyMap<string, string>
}

/** `{% post_url 2022-01-21-slug %}` and `{% link _posts/2022-01-21-slug.md %}`, as they stand in an address. */
const TAG = /^\s*(?:\{\{\s*site\.baseurl\s*\}\})?\s*\{%-?\s*(post_url|link)\s+(\S+)\s*-?%\}(.*)$/

/**
 * The address a link is to have. A link to a host of the site, present or former, becomes a path; one that names a
 * story of the archive, or a post by Jekyll's tags, leads to that article. Any other stays as it is.
 */
export const resolveLink = (href: string, { hosts, baseurl, articles }: LinkPlaces): string => {
  const [, kind, name = '', rest = ''] = TAG.exec(decodeTag(href)) ?? []
  if (kind) {
    const permalink = articles.get(kind === 'link' ? name.replace(/^\//, '') : name)
    return permalink === undefined ? href : baseurl + permalink + rest
  }
  const address =
    /^(?:https?:)?\/\//i.test(href) && URL.canParse(href, 'https://x')
      ? new URL(href, 'https://x')
      : undefined
  if (!address) return href
  const story = articles.get(storyIdIn(address.pathname + address.search) ?? '')
  if (story !== undefined) return baseurl + story
  if (!hosts.has(address.host)) return href
  const path = address.pathname + address.search + address.hash
  // A former host served the site from its root, the present one from below its base.
  return path === baseurl || path.startsWith(`${baseurl}/`) ? path : baseurl + path
}

/** Markdown percent-encodes the blanks and braces of a tag that stands in a link. */
const decodeTag = (href: string): string => {
  if (!/%7B%25|\{%/i.test(href)) return href
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}

/**
 * Resolves the links of a story, in place. Returns the names of posts and stories that its links ask for and that
 * are not known (yet): the posts that ask are read again when all addresses are. A story's links to itself lead to
 * its source.
 */
export const resolveLinks = (tree: Root, places: LinkPlaces, own: string | undefined): string[] => {
  const asked = new Set<string>()
  const others = own === undefined ? places : { ...places, articles: without(places.articles, own) }
  const visit = (node: Root | RootContent): void => {
    if (node.type === 'element' && node.tagName === 'a' && typeof node.properties.href === 'string') {
      const { href } = node.properties
      node.properties.href = resolveLink(href, others)
      const name = node.properties.href === href ? nameAsked(href, own) : undefined
      if (name !== undefined) asked.add(name)
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return [...asked]
}

const nameAsked = (href: string, own: string | undefined): string | undefined => {
  const [, kind, name = ''] = TAG.exec(decodeTag(href)) ?? []
  if (kind) return kind === 'link' ? name.replace(/^\//, '') : name
  const story = storyIdIn(href)
  return story === own ? undefined : story
}

const without = (articles: ReadonlyMap<string, string>, own: string): ReadonlyMap<string, string> => {
  if (!articles.has(own)) return articles
  const others = new Map(articles)
  others.delete(own)
  return others
}
