import { execFile, spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { addressKey } from '../../src/archive/address-key.ts'
import type { Article } from '../../src/archive/article.ts'
import { memoryEdition } from '../../src/publisher/edition-memory.ts'
import { silentProgress } from '../../src/publisher/progress.ts'
import { publish } from '../../src/publisher/publish.ts'
import { findArticle } from '../../src/reader/library/find-article.ts'
import { serveFiles } from '../reader/published.ts'
import { FINEWS, newFolder, writeSite } from './build-site.ts'
import { CONFIGURATIONS, NOT_TO_BE_KEPT, NOT_TO_BE_READ, POSTS, pathIn } from './jekyll-site.ts'

const run = promisify(execFile)
const hasJekyll = spawnSync('jekyll', ['--version']).status === 0
const without = hasJekyll ? '' : ' (left out: no jekyll is installed)'

/** A page that lists every post: `address⇥path⇥body`. */
const LIST = `---\npermalink: /list-of-posts.json\n---\n{% for post in site.posts %}{{ post.url }}\t{{ post.relative_path }}\t{{ post.content | strip_newlines }}\n{% endfor %}`

interface Listed {
  readonly address: string
  readonly path: string
}

/** Builds the site with Jekyll; returns the posts it publishes. */
const askJekyll = async (site: string): Promise<Listed[]> => {
  const folder = newFolder()
  cpSync(site, folder, { recursive: true })
  writeFileSync(join(folder, 'list-of-posts.json'), LIST)
  const out = join(folder, '_site')
  await run('jekyll', ['build', '--quiet', '--disable-disk-cache', '-s', folder, '-d', out], {
    env: { ...process.env, TZ: 'UTC', LANG: 'C.UTF-8' },
  })
  const lines = readFileSync(join(out, 'list-of-posts.json'), 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => {
    const [address = '', relative = '', body = ''] = line.split('\t')
    return { address, path: pathIn(body) || relative }
  })
}

/** Publishes the site with Kanbao; returns its articles and further addresses, and what opens an address. */
const askKanbao = async (folder: string) => {
  const edition = memoryEdition()
  const published = await publish({ folder, edition, progress: silentProgress, template: '<title></title>' })
  const shards = (kind: string): unknown[] =>
    [...edition.files]
      .filter(([path]) => path.startsWith(`archive/${kind}/`))
      .map(([, text]) => JSON.parse(String(text)))
  const articles = (shards('bodies') as { articles: Article[] }[]).flatMap((pack) => pack.articles)
  const moved = (shards('addresses') as { moved?: Record<string, string> }[]).flatMap((shard) =>
    Object.entries(shard.moved ?? {}),
  )
  const { archive } = serveFiles(new Map(edition.files))
  return { published, articles, moved, open: (address: string) => findArticle(archive, address) }
}

/** Articles at addresses that Jekyll has not, each with its reason. */
const KEPT: readonly [path: RegExp, reason: string][] = [
  [/^_posts\/no-date\.md$/, 'Jekyll passes over a file without a date in its name; it is kept, undated'],
  [/^_posts\/2099-/, 'Jekyll hides what is dated after its build; Kanbao has no clock and shows it'],
  [
    /^_posts\/2022-06-03-/,
    'Jekyll cannot read the front matter and takes the moment of its build for a date',
  ],
  [/^_posts\/2022-06-02-no-closing-line/, 'its categories are recovered; Jekyll’s address leads there'],
  [/^_posts\/2022-01-21-(Ⅷ①½)?\.md$/, 'Jekyll writes one of two posts without a slug over the other'],
]

/** Further addresses that Jekyll has not, by the posts they lead to, each with its reason. */
const ALSO: readonly [path: RegExp, reason: string][] = [
  [/-date-\d+\.md$/, 'the day, or hour, of a date without zone as its author meant it'],
]

/** Addresses of Jekyll's that do not answer, each with its reason. */
const REFUSED: readonly [path: RegExp, reason: string][] = [
  [/\.txt$/, 'Jekyll takes any file with a date in its name for a post; this one is named in the report'],
  [
    /\.(mkd|mkdn|mkdown|markdown)$/,
    'of the site whose markdown_ext lacks it: Jekyll shows the file’s own text',
  ],
]

const isListed = (list: readonly [RegExp, string][], path: string): boolean =>
  list.some(([pattern]) => pattern.test(path))

/** What one side has and the other has not, but for what the lists above give a reason for. */
const compareBoth = async (site: string) => {
  const [jekyll, kanbao] = await Promise.all([askJekyll(site), askKanbao(site)])
  const listed = jekyll.filter(({ path }) => !NOT_TO_BE_KEPT.has(path))
  const missing: string[] = []
  for (const { address, path } of listed) {
    const article = await kanbao.open(address)
    // Where several posts have one address, Jekyll writes the last over the others.
    const owners = listed.filter((each) => addressKey(each.address) === addressKey(address))
    const shown = article && pathIn(article.html)
    if (!article && !isListed(REFUSED, path)) missing.push(`${address} (${path})`)
    else if (shown && !owners.some((each) => each.path === shown))
      missing.push(`${address} (${path}) shows ${shown}`)
  }
  const known = new Set(listed.map(({ address }) => addressKey(address)))
  const pathOf = new Map(kanbao.articles.map(({ permalink, html }) => [permalink, pathIn(html)]))
  const more = [...pathOf].filter(
    ([permalink, path]) => !known.has(addressKey(permalink)) && !isListed(KEPT, path),
  )
  const also = kanbao.moved.filter(
    ([key, target]) => !known.has(key) && !isListed(ALSO, pathOf.get(target) ?? ''),
  )
  const leaked = [...pathOf.values()].filter(
    (path) => NOT_TO_BE_READ.has(path) && !listed.some((each) => each.path === path),
  )
  return { ...kanbao, listed, differences: { missing, more, also, leaked } }
}

const NONE = { missing: [], more: [], also: [], leaked: [] }

describe.skipIf(!hasJekyll)(`every address that Jekyll makes answers with the same post${without}`, () => {
  it.each(Object.entries(CONFIGURATIONS))('%s', async (_, settings) => {
    const zone = settings.includes('timezone:') ? '' : 'timezone: Asia/Shanghai\n'
    const config = `title: 比较\nexclude: [excluded]\n${zone}${settings}`
    const { listed, published, differences } = await compareBoth(
      writeSite({ ...POSTS, '_config.yml': config }),
    )
    expect(differences).toEqual(NONE)
    const { posts, articles, folded, unpublished, unreadable } = published
    expect(articles + folded + unpublished + unreadable).toBe(posts)
    expect(listed.length).toBeGreaterThan(settings.includes('collections_dir') ? 2 : 100)
  })

  it.skipIf(!existsSync(FINEWS))('the real archive (../shared/archives/finews)', async () => {
    const { listed, articles, differences } = await compareBoth(FINEWS)
    expect(differences).toEqual(NONE)
    expect([listed.length, articles.length]).toEqual([44, 44])
  })
})
