import type { Note } from '../../problems.ts'
import { type ConfigFile, isMap, lineOfKey, valueAt } from './config-file.ts'

/** Settings that would change what Jekyll publishes, by what becomes of them here. */
const SETTINGS: readonly [key: string, counts: RegExp, done: string][] = [
  ['limit_posts', /^[1-9]/, 'published every post'],
  ['unpublished', /^(true|yes|on)$/i, 'left unpublished posts out all the same'],
  ['show_drafts', /^(true|yes|on)$/i, 'left drafts out; kanbao.drafts: true publishes them'],
  ['paginate', /^[1-9]/, 'one timeline has all posts'],
  [
    'jekyll-archives.permalinks.category',
    /^(?!\/category\/:name\/$)/,
    'categories are at /category/<slug>.html',
  ],
]

/** Plugins that need no word: what they do is done here, or has no part in a reader's page. */
const PLUGINS = new Set(
  ['redirect-from', 'seo-tag', 'archives', 'paginate', 'feed', 'sitemap'].map((name) => `jekyll-${name}`),
)

/** Says once, by name, what a site asks of Jekyll that Kanbao does not do. */
export const noteUnsupported = (file: ConfigFile, note: Note): void => {
  const say = (key: string, what: string, done: string): void =>
    note('configuration', `${what} is not supported`, done, lineOfKey(file, key))
  for (const [key, counts, done] of SETTINGS) {
    const value = valueAt(file, key)
    if (typeof value === 'string' && counts.test(value)) say(key, key, done)
  }
  const collections = valueAt(file, 'collections')
  const names = isMap(collections) ? Object.keys(collections) : Array.isArray(collections) ? collections : []
  for (const name of names.filter((each) => each !== 'posts'))
    say('collections', `the collection ${name}`, 'published posts alone')
  const plugins = [valueAt(file, 'plugins'), valueAt(file, 'gems')].flat().filter(Boolean)
  for (const plugin of plugins.filter((each) => !PLUGINS.has(String(each))))
    say('plugins', `the plugin ${plugin}`, 'went on without it')
}
