import { SHARD_CHECKS } from '../archive/shard-kinds.ts'
import type { HostName } from './host-budgets.ts'

/** Where Cloudflare Pages and Netlify read what headers a site wants. A file of the site's own takes its place. */
export const HEADERS_FILE = '_headers'

/**
 * Hosts that read it: https://developers.cloudflare.com/pages/configuration/headers/ and
 * https://docs.netlify.com/manage/routing/headers/. Either joins the values of a header that two rules of a path name, so
 * no header may be in two rules that one path fits.
 */
const READ_HEADERS: ReadonlySet<HostName> = new Set(['cloudflare-pages', 'netlify'])

/** Cloudflare reads no more. */
const MOST_RULES = 100

const FOR_EVER = 'Cache-Control: public, max-age=31536000, immutable'

/**
 * The rules for a host; nothing for one that reads none. Each page has the content security policy in its head; of a
 * header for all paths, files of the site's own would be the ones to suffer, so it says only what no page can say.
 * @param app paths of the reader's files: the names of folders are not enough, as a category may be called `app`.
 */
export const hostHeaders = (host: HostName, baseurl: string, app: Iterable<string>): string | undefined => {
  if (!READ_HEADERS.has(host)) return undefined
  const kinds = [...Object.keys(SHARD_CHECKS), 'search']
  const rules: [path: string, ...headers: string[]][] = [
    [
      '*',
      "Content-Security-Policy: frame-ancestors 'self'",
      'Referrer-Policy: strict-origin-when-cross-origin',
      'X-Content-Type-Options: nosniff',
    ],
    ['feed.xml', 'Content-Type: application/atom+xml; charset=utf-8'],
    ['feed.json', 'Content-Type: application/feed+json; charset=utf-8'],
    ...kinds.map((kind): [string, string] => [`archive/${kind}/*`, FOR_EVER]),
    ...[...app].filter((path) => path.startsWith('app/')).map((path): [string, string] => [path, FOR_EVER]),
  ]
  return rules
    .slice(0, MOST_RULES)
    .map(([path, ...headers]) =>
      [`${baseurl}/${path}`, ...headers.map((header) => `  ${header}`), ''].join('\n'),
    )
    .join('')
}
