import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type PublishedInto, publishAfresh, publishInto } from './publish-into.ts'
import { aPost, type Files, fill, newFolder, newSite } from './site-folder.ts'
import { readAtom } from './sound-feeds.ts'

const BASE = 'https://news.example/'
/** Without an index for searches, which takes most of the time. */
const configOf = (more = ''): string =>
  `title: 试刊\nurl: https://news.example\ntimezone: Asia/Shanghai\nkanbao: { search: false${more} }\n`
const CONFIG = configOf()

/** Posts of so many on each day from the first of March on, minute by minute. */
const postsOf = (counts: readonly number[], from = 0): Files =>
  Object.fromEntries(
    counts.flatMap((count, index) =>
      Array.from({ length: count }, (_, number) => {
        const day = new Date(Date.UTC(2022, 2, 1 + from + index)).toISOString().slice(0, 10)
        const [hour, minute] = [Math.floor(number / 60), number % 60].map((part) =>
          String(part).padStart(2, '0'),
        )
        const date = `date: ${day} ${hour}:${minute}:00 +0800\n`
        return [`_posts/${day}-p${number}.md`, aPost(`${day} 第${number}篇`, date)] as const
      }),
    ),
  )

/** Forty days, of which some have nothing, one a full page, one an article more, one several pages. */
const COUNTS = Array.from(
  { length: 40 },
  (_, day) => ({ 5: 0, 12: 64, 20: 65, 29: 200, 33: 0 })[day] ?? 1 + (day % 3),
)

const addressesOf = (days: readonly number[], counts: readonly number[]): Set<string> =>
  new Set(
    Object.keys(postsOf(counts))
      .filter((path) =>
        days.some((day) => path.includes(new Date(Date.UTC(2022, 2, 1 + day)).toISOString().slice(0, 10))),
      )
      .map((path) => `${BASE}${path.slice('_posts/'.length).replace('.md', '.html').replaceAll('-', '/')}`),
  )

/** Days with articles that the archive goes back to. */
const windowOf = (counts: readonly number[]): number[] =>
  [...counts.keys()].filter((day) => (counts[day] ?? 0) > 0).slice(-31)

const fileOf = ({ files }: PublishedInto, address = ''): string =>
  files[address.slice(BASE.length)] ?? `no ${address}`

/** Follows a feed back, page after page, until there is none before or the page is one that is known. */
const follow = (edition: PublishedInto, known: ReadonlySet<string> = new Set()) => {
  const feed = readAtom(fileOf(edition, `${BASE}feed.xml`))
  const [entries, pages] = [new Set(feed.entries.map(({ id }) => id)), new Set<string>()]
  let next: string | undefined
  for (
    let at = feed.links['prev-archive'];
    at !== undefined && !known.has(at);
    at = readAtom(fileOf(edition, at)).links['prev-archive']
  ) {
    const page = readAtom(fileOf(edition, at))
    expect(page).toMatchObject({ isArchive: true, id: feed.id })
    expect(page.links).toMatchObject({ self: at, current: `${BASE}feed.xml` })
    expect(page.entries.length).toBeLessThanOrEqual(64)
    expect([undefined, next]).toContain(page.links['next-archive'])
    for (const { id, content, summary } of page.entries) {
      expect([content, summary.length > 0]).toEqual([undefined, true])
      entries.add(id)
    }
    pages.add(at)
    next = at
  }
  return { entries, pages }
}

it('a month can be followed back from the feed, and nothing of it is missing', {
  timeout: 30_000,
}, async () => {
  const edition = await publishAfresh(newSite({ ...postsOf(COUNTS), '_config.yml': CONFIG }))
  const { entries, pages } = follow(edition)
  expect(entries).toEqual(addressesOf(windowOf(COUNTS), COUNTS))
  const paths = [...pages].map((page) => page.slice(`${BASE}feed/archive/`.length))
  expect(paths.filter((path) => path.startsWith('2022/03/30'))).toEqual([
    '2022/03/30-4-8.xml',
    '2022/03/30-3.xml',
    '2022/03/30-2.xml',
    '2022/03/30-1.xml',
  ])
  expect(paths).toEqual(
    expect.arrayContaining(['2022/03/21-2-1.xml', '2022/03/21-1.xml', '2022/03/13-1.xml']),
  )
  const written = Object.keys(edition.files).filter((path) => path.startsWith('feed/archive/'))
  expect(written.sort()).toEqual([...pages].map((page) => page.slice(BASE.length)).sort())
  const bare = { ...postsOf(COUNTS), '_config.yml': configOf(', feed_days: 0') }
  const { files } = await publishAfresh(newSite(bare))
  expect(Object.keys(files).filter((path) => path.startsWith('feed/archive/'))).toEqual([])
  expect(readAtom(files['feed.xml'] ?? '').links['prev-archive']).toBeUndefined()
})

it('who looks in from time to time misses nothing, and a push writes the newest pages alone', {
  timeout: 30_000,
}, async () => {
  const FEW = Array.from({ length: 34 }, (_, day) => ({ 20: 0, 29: 65 })[day] ?? 1)
  const site = newSite({ ...postsOf(FEW), '_config.yml': configOf(', grace_hours: 0') })
  const out = join(newFolder(), 'out')
  const press = (): Promise<PublishedInto> => publishInto(out, site, { ledger: `${out}.cache` })
  let before = await press()
  let counts = [...FEW, 0]
  const { entries: seen, pages: known } = follow(before)
  const pushes = [30, 64, 65, 131].map((count) => [...FEW, count])
  for (const next of [...pushes, [...FEW, 131, 1], [...FEW, 131, 90]]) {
    fill(site, postsOf(next))
    const edition = await press()
    const { entries, pages } = follow(edition, known)
    for (const entry of entries) seen.add(entry)
    for (const page of pages) known.add(page)
    const missed = [...addressesOf(windowOf(next), next)].filter((address) => !seen.has(address))
    expect(missed).toEqual([])
    const changed = Object.keys(edition.files).filter(
      (path) => path.startsWith('feed/archive/') && edition.files[path] !== before.files[path],
    )
    const isNewDay = next.length > counts.filter(Boolean).length && next.at(-1) !== counts.at(-1)
    // The pages of what is new, the one before them, and, when a day begins, the one that is the oldest now.
    expect(changed.length).toBeLessThanOrEqual(isNewDay ? 5 : 3)
    before = edition
    counts = next
  }
  expect(before.files).toEqual((await publishAfresh(site)).files)
  const oldest = [...follow(before).pages].at(-1)
  expect(readAtom(fileOf(before, oldest)).links['prev-archive']).toBeUndefined()
})

it('a late, an edited and a deleted post give what a first publish gives', { timeout: 30_000 }, async () => {
  const site = newSite({ ...postsOf(COUNTS), '_config.yml': CONFIG })
  const out = join(newFolder(), 'out')
  const press = (): Promise<PublishedInto> => publishInto(out, site, { ledger: `${out}.cache` })
  await press()
  const changes: (() => unknown)[] = [
    () =>
      fill(site, {
        '_posts/2022-03-30-late.md': aPost('迟', 'date: 2022-03-30 00:30:30 +0800\n'),
        '_posts/2022-03-21-p3.md': aPost('改', 'date: 2022-03-21 00:03:00 +0800\n'),
      }),
    () => {
      rmSync(join(site, '_posts/2022-03-13-p7.md'))
      fill(site, { '_posts/2022-03-06-p0.md': aPost('补') })
    },
  ]
  for (const change of changes) {
    change()
    const again = await press()
    const { files } = await publishAfresh(site)
    for (const [path, text] of Object.entries(files)) expect([path, again.files[path]]).toEqual([path, text])
    expect(follow(again).entries.size).toBeGreaterThan(300)
  }
})

it('what the feed itself tells needs no archive', async () => {
  const { files } = await publishAfresh(newSite({ ...postsOf([10, 10]), '_config.yml': CONFIG }))
  expect(Object.keys(files).filter((path) => path.startsWith('feed'))).toEqual(['feed.xml', 'feed.json'])
})
