import { FEED_PATH } from '../../../archive/feed-address.ts'
import type { Note } from '../../problems.ts'
import { type ConfigFile, lineOfKey, textAt } from './config-file.ts'

/** What jekyll-feed's `feed.path` may be here: the path of a file, with or without a slash in front. */
const PATH = /^\/?(?:[\w-][\w.-]*\/)*[\w-][\w.-]*\.xml$/

/**
 * Where the feed of the site is. Nothing without a `url`: what a feed or a sitemap names are whole addresses (RFC 4287,
 * section 4.2.6; https://www.sitemaps.org/protocol.html).
 */
export const readFeed = (file: ConfigFile, url: string, note: Note): string | undefined => {
  if (!/^https?:\/\/[^/]/i.test(url) || !URL.canParse(url)) return undefined
  const path = textAt(file, 'feed.path', FEED_PATH, 300)
  if (PATH.test(path)) return `/${path.replace(/^\//, '')}`
  note(
    'configuration',
    `feed.path: “${path}” is no path of an .xml file`,
    `took ${FEED_PATH}`,
    lineOfKey(file, 'feed.path'),
  )
  return FEED_PATH
}
