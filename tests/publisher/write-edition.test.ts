import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { type Segment, segmentPaths } from '../../src/archive/segments.ts'
import { bundlePrograms, PRINTER } from '../../src/publisher/bundle-programs.mjs'
import { CONFIG, ID, openPress, reader, SITE } from './press.ts'
import { LATER, type PublishedInto, publishAfresh, publishInto } from './publish-into.ts'
import { aPost, type Files, fill, newSite } from './site-folder.ts'
import { expectWholeCompressed } from './whole-compressed.ts'

const NOTHING = { 'posts to read': 0, 'articles to pack': 0, 'articles to index': 0 }

it('a publish of the same site reads nothing, packs nothing and touches no file', async () => {
  const { out, press, pressAlike } = openPress()
  const first = await press()
  for (const path of Object.keys(first.files)) utimesSync(join(out, path), 1000, 1000)
  const second = await pressAlike()
  expect(second.work).toEqual(NOTHING)
  expect(second.files).toEqual(first.files)
  const touched = Object.keys(first.files).filter((path) => statSync(join(out, path)).mtimeMs !== 1_000_000)
  // The root is put in place anew: that is what seals an edition.
  expect(touched).toEqual(['archive/root.json'])
})

it('is printed as a whole publish prints it, whatever changed, by this thread or by others', {
  timeout: 120_000,
}, async () => {
  const printer = join(await bundlePrograms(), PRINTER)
  const template = readFileSync('index.html', 'utf8')
  const { site, press, pressAlike } = openPress(SITE, { printer, template })
  const first = await press()
  expect(first.files['macro/2022/01/01/a.html']).toContain('<div class="body"><p>甲的正文。</p></div>')
  expect(first.files['about/index.html'] ?? first.files['about.html']).toContain('关于本站。')
  expect(first.files['category/macro.html']).toContain('href="/macro/2022/01/01/a.html"')
  expect(first.files['index.html']).toContain('href="/2022/01/05/still.html"')
  fill(site, { '_posts/2022-01-06-new.md': aPost('新', 'categories: macro\n') })
  const { files } = await pressAlike({}, 'a post more')
  expect(files['index.html']).toContain('href="/macro/2022/01/06/new.html"')
  expect(files['category/macro.html']).toContain('href="/macro/2022/01/06/new.html"')
  fill(site, { '_posts/2022-01-01-a.md': aPost('甲改') })
  const without = await pressAlike({}, 'a post out of a category')
  expect(without.files['category/macro.html']).not.toContain('/a.html"')
  rmSync(join(site, '_posts/2022-01-06-new.md'))
  await pressAlike({}, 'a category less')
  expect((await pressAlike({}, 'nothing')).work).toEqual(NOTHING)
  // Threads print, too, each with a frame of its own.
  expect((await publishAfresh(site, { app: reader, printer, template })).files).toEqual(
    (await publishAfresh(site, { app: reader, printer, template, threads: 2 })).files,
  )
  // Without a printer pages are others, and with it again the same.
  const { files: bare } = await pressAlike({ printer: undefined }, 'no printer')
  expect(bare['2022/01/05/still.html']).not.toContain('class="body"')
  await pressAlike({}, 'a printer again')
})

/** One change after another, each with the posts that are to be read for it. */
const CHANGES: readonly [what: string, change: (site: string) => void, posts: number][] = [
  ['a post more', (site) => fill(site, { '_posts/2022-01-06-new.md': aPost('新') }), 1],
  ['a post more on a day with others', (site) => fill(site, { '_posts/2022-01-05-z.md': aPost('又') }), 1],
  ['a post with another text', (site) => fill(site, { '_posts/2022-01-01-a.md': aPost('甲改') }), 1],
  ['another name', (site) => rename(site, '_posts/2022-01-01-a.md', '_posts/2022-01-01-c.md'), 1],
  ['another day', (site) => rename(site, '_posts/2022-01-01-c.md', '_posts/2022-01-03-c.md'), 1],
  ['a post that moves', (site) => rename(site, '_posts/2022-01-01-b.md', 'old/2022-01-01-b.md'), 1],
  ['a post less', (site) => rmSync(join(site, '_posts/2022-01-03-c.md')), 0],
  ['a post held back', (site) => fill(site, { '_posts/2022-01-05-z.md': aPost('又', HELD_BACK) }), 1],
  ['a post let go', (site) => fill(site, { '_posts/2022-01-05-hidden.md': aPost('藏') }), 1],
  // Posts that are read again for their links or their place are not counted: they are known.
  ['a post that another names', (site) => fill(site, { '_posts/2022-02-01-late.md': aPost('晚') }), 1],
  ['its address', (site) => fill(site, { '_posts/2022-02-01-late.md': at('/late/') }), 1],
  ['two that name each other', (site) => fill(site, { '_posts/2022-02-01-late.md': NAMES_BACK }), 1],
  ['a post less that another names', (site) => rmSync(join(site, '_posts/2022-01-02-link.md')), 0],
  ['a stub without its twin', (site) => rename(site, TWIN, `${TWIN}.away/kept.txt`), 0],
  ['its twin again', (site) => rename(site, `${TWIN}.away/kept.txt`, TWIN), 1],
  ['no stub', (site) => rmSync(join(site, `_posts/-${ID}.md`)), 0],
  ['a copy without its first', (site) => rename(site, COPY, '_posts/2022-03-02-copy.md'), 1],
  ['a first before its copy', (site) => rename(site, '_posts/2022-03-02-copy.md', COPY), 1],
  ['a copy that is none', (site) => fill(site, { 'old/2022-03-01-copy.md': aPost('异') }), 1],
  ['an old address taken', (site) => fill(site, { '_posts/2022-01-05-still.md': at('/was/') }), 1],
  ['an address two want', (site) => fill(site, { '_posts/2021-12-31-z.md': at('/2022/01/06/new.html') }), 1],
  ['another image', (site) => fill(site, { 'images/a.png': 'PNG', 'images/c.png': 'c' }), 0],
  ['images less', (site) => rmSync(join(site, 'images'), { recursive: true }), 0],
  ['another page', (site) => fill(site, { 'about.md': '---\ntitle: 关于我们\n---\n我们。\n' }), 0],
  ['a page that is a file now', (site) => fill(site, { 'about.md': 'a file' }), 0],
  ['a file with an old address', (site) => fill(site, { 'was/index.html': 'a file' }), 0],
]
const HELD_BACK = 'published: false\n'
const NAMES_BACK = '---\ntitle: 晚\n---\n[链]({% post_url 2022-01-02-link %})\n'
const TWIN = `_posts/2022-05-26-${ID}.md`
const COPY = '_posts/2022-03-01-copy.md'
const at = (permalink: string): string => aPost('在', `permalink: ${permalink}\n`)

const rename = (site: string, from: string, to: string): void => {
  mkdirSync(dirname(join(site, to)), { recursive: true })
  renameSync(join(site, from), join(site, to))
}

it('after each change the folder is as if nothing had been there, and little was done', {
  timeout: 60_000,
}, async () => {
  const { site, out, press, pressAlike } = openPress()
  const first = await press()
  const still = Object.keys(first.files).filter((path) => path.startsWith('2022/01/04/'))
  expect(still).toHaveLength(1)
  for (const path of still) utimesSync(join(out, path), 1000, 1000)
  for (const [what, change, posts] of CHANGES) {
    change(site)
    const { work } = await pressAlike({}, what)
    expect([what, work['posts to read']]).toEqual([what, posts])
    expect(work['articles to pack'], what).toBeLessThan(6)
  }
  expect((await pressAlike()).work).toEqual(NOTHING)
  for (const path of still) expect(statSync(join(out, path)).mtimeMs).toBe(1_000_000)
  fill(site, { '_config.yml': `${CONFIG}description: 每天\n` })
  expect((await pressAlike()).work['posts to read']).toBeGreaterThan(10)
})

it('another shell of the reader makes every page anew, and the old reader’s files stay for a while', async () => {
  const { press, pressAlike } = openPress()
  await press()
  const template = '<html lang="en"><head><title></title></head><body>2</body></html>'
  const app = new Map([['app/index-2.js', 'js']])
  const { files, work } = await pressAlike({ template, app })
  expect(work['posts to read']).toBe(0)
  expect([files['app/index-1.js'], files['app/index-2.js']]).toEqual(['js', 'js'])
  expect(
    Object.entries(files).filter(([path, text]) => path.endsWith('.html') && !text.includes('2<')),
  ).toEqual([])
})

it('the pages of a day of which few articles have one hang on the shell, too', async () => {
  const posts = Object.fromEntries(
    Array.from({ length: 9 }, (_, index) => [`_posts/2022-01-01-${index}.md`, aPost(`第${index}`)]),
  )
  const config = 'title: 试刊\nkanbao: { pages: newest 2 }\n'
  const { press, pressAlike } = openPress({ ...posts, '_config.yml': config })
  await press()
  await pressAlike({ template: '<html lang="en"><head><title></title></head><body>2</body></html>' })
})

it('pages that are too old for `newest` go, though the page of a younger one of their day is odd', async () => {
  const { site, pressAlike } = openPress({
    '_config.yml': 'title: 试刊\nkanbao: { pages: newest 3 }\n',
    '_posts/2022-01-01-a.md': aPost('甲'),
    '_posts/2022-01-01-b.md': aPost('乙'),
    '_posts/2022-01-01-c.md': aPost('丙', 'redirect_from: /was/\n'),
  })
  await pressAlike()
  fill(site, { '_posts/2022-01-02-d.md': aPost('丁'), '_posts/2022-01-02-e.md': aPost('戊') })
  const { files } = await pressAlike()
  expect(Object.keys(files)).not.toContain('2022/01/01/a.html')
  expect(Object.keys(files)).toContain('was/index.html')
})

it('a file that had to give way to an article is copied when the article is gone', async () => {
  const { site, press, pressAlike } = openPress({
    ...SITE,
    '_posts/2022-01-01-a.md': aPost('甲', 'permalink: /a.html\n'),
    'a.html': 'a file',
  })
  await press()
  rmSync(join(site, '_posts/2022-01-01-a.md'))
  expect((await pressAlike()).files['a.html']).toBe('a file')
})

it('a file and a folder may change places', async () => {
  const { site, press, pressAlike } = openPress({ ...SITE, notes: 'a file', 'more/index.txt': 'in a folder' })
  await press()
  for (const path of ['notes', 'more']) rmSync(join(site, path), { recursive: true })
  fill(site, { 'notes/index.txt': 'in a folder', more: 'a file' })
  const { files } = await pressAlike()
  expect([files['notes/index.txt'], files.more]).toEqual(['in a folder', 'a file'])
})

it('later posts come when their time has come, though their files are as they were', async () => {
  const config = `${CONFIG}future: false\n`
  const { press, pressAlike } = openPress({
    ...SITE,
    '_config.yml': config,
    '_posts/2099-01-01-far.md': aPost('远'),
  })
  const { unpublished } = await press()
  const { work, articles } = await pressAlike({ now: Date.UTC(2100, 0, 1) })
  expect(unpublished).toBe(2)
  expect(work).toMatchObject({ 'posts to read': 0, 'articles to pack': 1 })
  expect(articles).toBe(10)
})

it('shards of editions before stay for their time, and are gone then', async () => {
  const { site, out, press, pressAlike } = openPress()
  const first = await press()
  fill(site, { '_posts/2022-01-01-a.md': aPost('甲改') })
  await pressAlike()
  const hours = (count: number) => LATER + count * 3_600_000
  const waiting = Object.keys((await press({ now: hours(23) })).files)
  const shards = Object.keys(first.files).filter((path) => path.startsWith('archive/'))
  for (const path of shards) expect(waiting).toContain(path)
  const { files } = await press({ now: hours(25) })
  expect(files).toEqual((await publishAfresh(site, { app: reader })).files)
  expect(existsSync(join(out, 'archive/bodies'))).toBe(true)
})

it('what is lost from the folder or the ledger is made again', async () => {
  const { out, ledger, press, pressAlike } = openPress()
  const { files } = await press()
  const lost = Object.keys(files).filter((path) => /^archive\/(bodies|page|day)\//.test(path))
  for (const path of lost) rmSync(join(out, path))
  const again = await pressAlike()
  expect(again.work['posts to read']).toBe(0)
  rmSync(join(ledger, 'months'), { recursive: true })
  expect((await pressAlike()).work['posts to read']).toBe(12)
  rmSync(ledger, { recursive: true })
  fill(out, { 'left.html': '', 'archive/page/a/left.json': '' })
  expect(Object.keys((await pressAlike()).files)).toContain('archive/page/a/left.json')
})

it('feeds and sitemaps are made again when they are lost, and go when the site has its own or wants none', async () => {
  const { site, out, press, pressAlike } = openPress()
  const { files } = await press()
  const own = Object.keys(files).filter((path) => /^(feed|sitemap|robots)/.test(path))
  expect(own).toEqual(
    expect.arrayContaining(['feed.xml', 'feed/macro.json', 'sitemap/2022-01-1.xml', 'robots.txt']),
  )
  for (const path of own) rmSync(join(out, path))
  expect((await pressAlike()).files).toEqual(files)
  fill(site, { 'feed.xml': '<own/>', '_posts/2022-01-05-still.md': at('/feed/macro.json') })
  const taken = await pressAlike()
  expect([taken.files['feed.xml'], taken.files['feed/macro.json']]).toEqual(['<own/>', undefined])
  rmSync(join(site, 'feed.xml'))
  expect((await pressAlike()).files['feed.xml']).toContain('<entry>')
  fill(site, { '_config.yml': CONFIG.replace('url', 'other') })
  expect(Object.keys((await pressAlike()).files).filter((path) => own.includes(path))).toEqual([])
})

it('a refusal leaves the last edition, and the next publish starts from it', async () => {
  const { site, press, pressAlike } = openPress()
  const { files } = await press()
  fill(site, { '_posts/2022-01-06-bad.md': 'no front matter' })
  expect(await press({ strict: true })).toMatchObject({ root: undefined, files })

  expect((await pressAlike()).work['posts to read']).toBe(1)
})

it('an edition in the site folder holds neither itself nor what stands beside it', async () => {
  const site = newSite({ '_posts/2022-01-01-a.md': aPost('甲'), 'a.png': 'a', 'out.report.json': '{}' })
  const out = join(site, 'out')
  const options = { ledger: `${out}.cache`, without: ['', '.cache', '.report.json'].map((end) => out + end) }
  await publishInto(out, site, options)
  const { files } = await publishInto(out, site, options)
  expect(Object.keys(files).filter((path) => !/^archive\/|\.html$/.test(path))).toEqual(['a.png'])
})

/** So many posts, fifty a day, which are several segments of an index. */
const manyPosts = (count: number): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, number): [string, string] => [
      manyPath(number),
      aPost(`第${number}篇`),
    ]),
  )
const manyPath = (number: number): string =>
  `_posts/2022-01-${String(1 + Math.floor(number / 50)).padStart(2, '0')}-${String(number).padStart(4, '0')}.md`

const ofIndex = ({ files }: PublishedInto): string[] =>
  Object.keys(files).filter((path) => path.startsWith('archive/search/'))

it('segments that a change is not in stay, and old ones go when their time has come', {
  timeout: 60_000,
}, async () => {
  const { site, press, pressAlike } = openPress({ '_config.yml': CONFIG, ...manyPosts(700) })
  const first = await press()
  const before = first.root?.search?.segments ?? []
  expect(before.length).toBeGreaterThan(2)
  const [oldest] = before
  fill(site, { [manyPath(3)]: aPost('改') })
  const changed = await pressAlike()
  expect(changed.root?.search?.segments.slice(1)).toEqual(before.slice(1))
  expect(changed.work).toMatchObject({ 'posts to read': 1, 'articles to index': oldest?.count })
  // Whoever has the root of the edition before still finds its index.
  for (const path of ofIndex(first)) expect(changed.files[path]).toBe(first.files[path])
  const later = await press({ now: LATER + 25 * 3_600_000 })
  const { segments = [] } = later.root?.search ?? {}
  expect(ofIndex(later).sort()).toEqual(segments.flatMap(segmentPaths).sort())
  expect(later.work['articles to index']).toBe(0)
  fill(site, { '_posts/2022-01-20-new.md': aPost('新'), [manyPath(3)]: aPost('第3篇') })
  await pressAlike()
  for (let number = 600; number < 700; number++) rmSync(join(site, manyPath(number)))
  await pressAlike()
})

it('a lost file of an index is made again, and no other segment with it', { timeout: 60_000 }, async () => {
  const { out, press, pressAlike } = openPress({ '_config.yml': CONFIG, ...manyPosts(600) })
  const { root, files } = await press()
  const last = root?.search?.segments.at(-1) as Segment
  for (const path of segmentPaths(last)) {
    rmSync(join(out, path))
    const { work, files: again } = await pressAlike()
    expect(work).toMatchObject({ 'posts to read': 0, 'articles to pack': 0, 'articles to index': last.count })
    expect(again).toEqual(files)
  }
})

it('a site that wants no searches has no index, and has one again when it wants them', async () => {
  const { site, press, pressAlike } = openPress()
  const first = await press()
  expect(ofIndex(first)).not.toEqual([])
  fill(site, { '_config.yml': CONFIG.replace(' }', ', search: false }') })
  const without = await pressAlike()
  expect(without.root).not.toHaveProperty('search')
  expect(without.work).not.toHaveProperty('articles to index')
  expect(ofIndex(await press({ now: LATER + 25 * 3_600_000 }))).toEqual([])
  expect(ofIndex(await publishAfresh(site, { app: reader }))).toEqual([])
  fill(site, { '_config.yml': CONFIG })
  expect((await pressAlike()).root).toEqual(first.root)
})

it('an archive of more articles than are to be indexed has no index', async () => {
  const { press } = openPress()
  const { root } = await press({ mostIndexed: 5 })
  expect(root).not.toHaveProperty('search')
  expect((await press({ mostIndexed: 500 })).root?.search?.segments).toHaveLength(1)
})

/** Pages of it are large enough to be compressed. */
const LARGE = `<html lang="en"><head><title></title></head><body>${'看报。'.repeat(150)}</body></html>`
const COMPRESSED = CONFIG.replace(' }', ', precompress: true }')
const ofCompressed = (files: Readonly<Record<string, string>>): string[] =>
  Object.keys(files).filter((path) => /\.(br|gz)$/.test(path))

it('what is compressed is so after each change, too, and what has not changed is left alone', {
  timeout: 60_000,
}, async () => {
  const { site, out, press, pressAlike } = openPress(
    {
      ...SITE,
      '_config.yml': COMPRESSED,
      'data.json': '7'.repeat(2000),
      // Its packs are large enough, too.
      '_posts/2022-01-01-long.md': aPost('很长的标题'.repeat(30)),
    },
    { template: LARGE },
  )
  const first = await press()
  const still = ofCompressed(first.files).filter((path) => /^(2022\/01\/04|data)/.test(path))
  expect(still).toHaveLength(4)
  for (const path of still) utimesSync(join(out, path), 1000, 1000)
  for (const [what, change] of CHANGES) {
    change(site)
    const { files } = await pressAlike({}, what)
    expect(expectWholeCompressed(out)).toBe(ofCompressed(files).length)
  }
  for (const path of still) expect([path, statSync(join(out, path)).mtimeMs]).toEqual([path, 1_000_000])
  const shards = ofCompressed((await press()).files).filter((path) => path.startsWith('archive/'))
  const later = ofCompressed((await press({ now: LATER + 25 * 3_600_000 })).files)
  expect(later.filter((path) => path.startsWith('archive/')).length).toBeLessThan(shards.length)
  expect(later.sort()).toEqual(
    ofCompressed((await publishAfresh(site, { app: reader, template: LARGE })).files).sort(),
  )
})

it('what is compressed is there again when it is lost', { timeout: 60_000 }, async () => {
  const posts = Array.from({ length: 40 }, (_, at) => [
    `_posts/2022-01-01-a${at}.md`,
    aPost(`第${at}篇，很长的标题`),
  ])
  const { out, press, pressAlike } = openPress(
    { ...Object.fromEntries(posts), '_config.yml': COMPRESSED },
    { template: LARGE },
  )
  const { files } = await press()
  const shards = ofCompressed(files).filter((path) => path.startsWith('archive/'))
  const firsts = new Map(shards.reverse().map((path) => [path.split('/')[1], path]))
  expect([...firsts.keys()]).toEqual(expect.arrayContaining(['bodies', 'page']))
  for (const lost of firsts.values()) {
    rmSync(join(out, lost))
    expect(ofCompressed((await pressAlike()).files)).toContain(lost)
  }
})
