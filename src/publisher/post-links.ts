import type { Root } from 'hast'
import type { Source } from '../archive/article.ts'
import type { Note } from './problems.ts'
import type { SiteConfig } from './site-config.ts'
import type { LinkPlaces } from './stages/resolve-links.ts'
import { storyIdIn } from './story-id.ts'

/** Once all posts are known, a tag of Jekyll's that is still an address names none of them. */
export const noteDeadLinks = (tree: Root, note: Note, lineOf: (found: string) => number): void => {
  const links = JSON.stringify(tree).matchAll(/"href":"\{%-? *(?:post_url|link) +([^" ]+)[^"]*"/g)
  for (const [, name = ''] of links)
    note('link', `links to ${name}, which is no post of the site`, 'left it', lineOf(name))
}

/** What is known of the site when a post's links are read. */
export const linkPlaces = (
  { site, aliases }: SiteConfig,
  articles: ReadonlyMap<string, string>,
): LinkPlaces => ({
  hosts: new Set([...(URL.canParse(site.url) ? [new URL(site.url).host] : []), ...aliases]),
  baseurl: site.baseurl,
  articles,
})

/** Whether a story is known, and is not the post's own. */
export const isOther = (story: string | undefined, own: string | undefined): boolean =>
  story !== undefined && story !== own

/** A source that is another article of this archive can be read here. */
export const withArticle = (
  source: Source | undefined,
  articles: ReadonlyMap<string, string>,
  own: string | undefined,
): Source | undefined => {
  const story = source?.link && storyIdIn(source.link)
  const article = story && isOther(story, own) ? articles.get(story) : undefined
  return source && article ? { ...source, article } : source
}
