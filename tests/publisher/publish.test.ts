import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fromParse5 } from 'hast-util-from-parse5'
import { parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import { PACK_BYTES, ROOT_BYTES } from '../../src/archive/limits.ts'
import { aRoot } from '../../src/archive/root.ts'
import { SHARD_CHECKS, type ShardKind } from '../../src/archive/shard-kinds.ts'
import { nameOf } from '../../src/publisher/edition.ts'
import { claimFolder, folderEdition } from '../../src/publisher/edition-folder.ts'
import { memoryEdition } from '../../src/publisher/edition-memory.ts'
import { type Problem, SiteError } from '../../src/publisher/problems.ts'
import { silentProgress } from '../../src/publisher/progress.ts'
import { publish } from '../../src/publisher/publish.ts'
import { lineOf } from '../../src/publisher/report.ts'
import { textOf } from '../../src/publisher/stages/clean-body/read-text.ts'
import { aPost, filesIn, fill, newFolder, newSite, publishFolder } from './site-folder.ts'

/** The real posts, where the project's shared folder stands beside it. */
const FINEWS = resolve('../shared/archives/finews')
/** The addresses that Jekyll 4.3.1 gives the 44 posts it publishes of them. */
const JEKYLL = readFileSync(new URL('finews-addresses.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
const TEMPLATE = '<html lang="en"><head><title></title></head></html>'
const slow = { timeout: 60_000 }

const told = ({ problems }: { readonly problems: readonly Problem[] }): string[] => problems.map(lineOf)

describe('a bad post never stops a publish:', slow, () => {
  it('one in GB 18030, one of garbage, one of 5 MB, a folder named like one, one without rights or text', async () => {
    const site = newSite({
      '_posts/2022-01-01-good.md': aPost('好'),
      '_posts/2022-01-02-gb.md': Buffer.from([
        ...Buffer.from('---\ntitle: '),
        0xb1,
        0xea,
        0xcc,
        0xe2,
        ...Buffer.from('\n---\n<p>x</p>'),
      ]),
      '_posts/2022-01-03-garbage.md': Uint8Array.from({ length: 2000 }, (_, n) => (n * 7919 + 255) & 255),
      '_posts/2022-01-04-large.md': `---\ntitle: 大\n---\n${'<p>很长的一段文字。</p>\n'.repeat(180_000)}`,
      '_posts/2022-01-05-folder.md/2022-01-05-inner.md': aPost('里'),
      '_posts/2022-01-06-empty.md': '',
      '_posts/2022-01-07-nulls.md': '\u0000\u0001'.repeat(50),
    })
    const { all, posts, problems } = await publishFolder(site)
    expect(posts).toBe(7)
    expect(all.map(({ day }) => day)).toEqual(
      ['01', '02', '03', '04', '05', '06', '07'].map((day) => `2022-01-${day}`),
    )
    expect(all.find(({ day }) => day === '2022-01-02')?.title).toBe('标题')
    const lines = told({ problems })
    expect(lines).toContain('_posts/2022-01-02-gb.md:2: is not UTF-8; read as GB 18030')
    expect(lines).toContain(
      '_posts/2022-01-03-garbage.md:1: is not UTF-8; put a replacement character for each broken byte',
    )
    expect(lines.join('\n')).toMatch(/2022-01-04-large\.md:1: has \d\.\d MB; kept whole/)
    expect(lines).toContain(
      '_posts/2022-01-05-folder.md:1: is a folder named like a post; read the posts in it',
    )
    expect(lines).toContain('_posts/2022-01-06-empty.md:1: has no front matter; took the title from the text')
  })
})

describe('a bad configuration always does:', () => {
  it.each([
    ['none at all', {}, 'has neither _config.yml nor _posts'],
    ['a broken one', { '_config.yml': 'title: "a"b"\n', '_posts/a.md': '' }, '_config.yml:1: not valid YAML'],
    ['one without posts', { '_config.yml': 'title: a\n' }, '_posts: holds no posts'],
  ])('%s', async (_, files, message) => {
    const site = fill(newFolder(), files as Record<string, string>)
    await expect(publishFolder(site)).rejects.toThrow(SiteError)
    await expect(publishFolder(site)).rejects.toThrow(message)
  })
})

describe('addresses', () => {
  it('of another case or Unicode form are both kept; of one form, each has its own', async () => {
    const site = newSite(
      Object.fromEntries(
        [
          '/a.html',
          '/A.html',
          '/caf\u00E9.html',
          '/cafe\u0301.html',
          '/a.html',
          '/index.html',
          '/archive/root.json',
        ].map((permalink, index) => [
          `_posts/2022-01-0${index + 1}-p.md`,
          aPost(`第${index}`, `permalink: ${permalink}\n`),
        ]),
      ),
    )
    const { all, problems } = await publishFolder(site)
    expect(all.map(({ permalink }) => permalink)).toEqual([
      '/a.html',
      '/A.html',
      '/caf%C3%A9.html',
      '/cafe%CC%81.html',
      '/a-2.html',
      '/index-2.html',
      '/post/archive/root-2.json',
    ])
    expect(problems.filter(({ kind }) => kind === 'address')).toHaveLength(3)
  })

  it('never take the place of Kanbao’s own files', async () => {
    const own = ['archive/root.json', 'archive/KANBAO.txt', 'index.html']
    const posts = own.map((path, index) => [
      `_posts/2022-01-0${index + 1}-a.md`,
      aPost('甲', `permalink: /${path}/x.html\n`),
    ])
    const site = newSite(Object.fromEntries(posts))
    const out = newFolder()
    claimFolder(out, site)
    const edition = folderEdition(out)
    const published = await publish({ folder: site, edition, progress: silentProgress, template: TEMPLATE })
    expect(told(published)).toEqual(
      posts.map(([path]) => `${path}:1: has an address no file can bear; opens in the app`),
    )
    expect(Object.keys(filesIn(out))).toEqual(expect.arrayContaining(own))
  })

  it('that no file can bear open in the app, and the publish goes on', async () => {
    const site = newSite({
      '_posts/2022-01-01-a.md': aPost('甲', 'permalink: /a.html\n'),
      '_posts/2022-01-02-b.md': aPost('乙', 'permalink: /a.html/b\n'),
      '_posts/2022-01-03-c.md': aPost('丙', `permalink: /${'c'.repeat(300)}.html\n`),
      '_posts/2022-01-04-d.md': aPost('丁'),
    })
    const out = newFolder()
    claimFolder(out, site)
    const edition = folderEdition(out)
    const published = await publish({ folder: site, edition, progress: silentProgress, template: TEMPLATE })
    expect(published.articles).toBe(4)
    expect(told(published)).toEqual([
      '_posts/2022-01-02-b.md:1: has an address no file can bear; opens in the app',
      '_posts/2022-01-03-c.md:1: has an address no file can bear; opens in the app',
    ])
    expect(filesIn(out)['2022/01/04/d.html']).toContain('<title>丁 - 试刊</title>')
  })
})

describe('the files of the site beside its posts', () => {
  it('are copied as Jekyll copies them, but for pages of its own and names of Kanbao’s', async () => {
    const site = newSite({
      '_posts/2022-01-01-a.md': aPost('甲'),
      'images/a.png': 'png',
      'about.md': '---\ntitle: 关于\n---\n',
      'index.html': '<p>mine</p>',
      'archive/root.json': '{}',
      '_drafts/b.md': aPost('乙'),
    })
    mkdirSync(join(site, 'out'))
    writeFileSync(join(site, 'out/x.html'), 'an earlier edition')
    const { files, problems } = await publishFolder(site)
    expect([...files.keys()].filter((path) => !path.startsWith('archive/'))).toEqual([
      'images/a.png',
      'out/x.html',
    ])
    expect(told({ problems })).toEqual([
      'archive/root.json:1: has the name of a file of Kanbao’s; left out',
      'index.html:1: has the name of a file of Kanbao’s; left out',
    ])
    expect(JSON.parse(String(files.get('archive/root.json')))).toMatchObject({ format: 1, count: 1 })
  })
})

it('puts the root behind all that it names, and behind it the lists, which must not be newer', async () => {
  const post = aPost('甲', 'categories: macro\n')
  const { files } = await publishFolder(newSite({ '_posts/2022-01-01-a.md': post }), TEMPLATE)
  const paths = [...files.keys()]
  expect(paths.slice(paths.indexOf('archive/root.json'))).toEqual([
    'archive/root.json',
    'category/macro.html',
    'index.html',
    '404.html',
  ])
})

it('orders articles by day, moment and address, undated ones first', async () => {
  const at = (time: string) => `date: 2022-01-02 ${time} +0800\n`
  const site = newSite({
    '_posts/2022-01-02-c.md': aPost('丙', at('10:00:00')),
    '_posts/2022-01-02-b.md': aPost('乙', at('10:00:00')),
    '_posts/2022-01-02-d.md': aPost('丁', at('00:00:01')),
    '_posts/2022-01-01-e.md': aPost('戊'),
    '_posts/f.md': aPost('己'),
  })
  const { root } = await publishFolder(fill(site, { '_config.yml': 'timezone: Asia/Shanghai\n' }))
  expect(root?.newest.map(({ title }) => title)).toEqual(['丙', '乙', '丁', '戊', '己'])
})

describe.skipIf(!existsSync(FINEWS))('the real archive (../shared/archives/finews)', slow, () => {
  it('gives 44 articles at their Jekyll addresses, and one post folded into its twin', async () => {
    const { all, posts, articles, folded, problems } = await publishFolder(FINEWS)
    expect([posts, articles, folded]).toEqual([45, 44, 1])
    expect(all.map(({ permalink }) => permalink).sort()).toEqual(JEKYLL)
    expect(problems.map(lineOf)).toEqual([
      '_posts/-202205262391921712.md:1: has neither title nor date; folded into _posts/2022-05-26-202205262391921712.md, of the same id',
    ])
  })

  it('has nothing of the scraper’s in any body', async () => {
    for (const { html, permalink } of (await publishFolder(FINEWS)).all) {
      expect(html, permalink).not.toMatch(/<!--|<[^>]*\s(style|class|id|data-[\w-]*|on\w+)=/)
      expect(html, permalink).not.toMatch(
        /<(p|div|li|span|a)[^>]*>(\s|&nbsp;|<br>)*<\/\1>|<(span|font|center)\b/,
      )
      expect(html, permalink).not.toMatch(
        /返回(东财|首页|[^<]{2,12}新闻)|文章来源[：:]|webquoteklinepic|javascript:/,
      )
      expect(html, permalink).not.toBe('')
    }
  })

  it('keeps every visible character of the real stories', async () => {
    const { all } = await publishFolder(FINEWS)
    const bare = (html: string): string => {
      const tree = fromParse5(parseFragment(html))
      return tree.type === 'root' ? textOf(tree).replace(/\s+/g, '') : ''
    }
    for (const id of ['NW202204102337429118', 'NW202205302396506117', 'NW202205312398034850']) {
      const article = all.find(({ permalink }) => permalink.includes(id))
      const post = readFileSync(resolve(FINEWS, `_posts/${article?.day}-${id}.md`), 'utf8')
      const story = post.slice(post.indexOf('---\n', 4) + 4, post.indexOf('<p class="em_media">'))
      expect(bare(article?.html ?? '').replace(/[\w.]+最新行情/g, '')).toBe(bare(story))
    }
  })

  it('has the word CPPIB whole, which links had cut', async () => {
    const { all } = await publishFolder(FINEWS)
    const bodies = all.filter(({ permalink }) => permalink.includes('202205302396671645'))
    expect(bodies.map(({ html }) => /加拿大年金计划委员会\(CPPIB\)/.test(html))).toEqual([true, true])
  })

  it('has one article of 南昌日报 in 2022-01, on 热电联产项目', async () => {
    const { all } = await publishFolder(FINEWS)
    const found = all.filter(
      ({ categories, day }) =>
        categories.some(({ name }) => name === '南昌日报') && day.startsWith('2022-01'),
    )
    expect(found).toHaveLength(1)
    expect(found[0]?.html).toContain('热电联产项目')
  })

  it('gives the same bytes twice, under names made from them', async () => {
    const [first, second] = [await publishFolder(FINEWS, TEMPLATE), await publishFolder(FINEWS, TEMPLATE)]
    expect([...second.files]).toEqual([...first.files])
    for (const [path, text] of first.files) {
      const [, name = '', rest = ''] = /^archive\/\w+\/(\w)\/(\w{11})\.json$/.exec(path) ?? []
      if (rest) expect(nameOf(text)).toBe(name + rest)
    }
    expect([...first.files.keys()].filter((path) => path.endsWith('.html'))).toHaveLength(
      44 + (first.root?.categories.count ?? 0) + 2,
    )
  })

  it('keeps to the format and its limits', async () => {
    const { files } = await publishFolder(FINEWS)
    const kinds = new Set<string>()
    for (const [path, content] of files) {
      if (path.startsWith('archive/search/')) continue
      const value: unknown = JSON.parse(String(content))
      const kind = path.split('/')[1] ?? ''
      if (kind === 'root.json') aRoot(value, path)
      else SHARD_CHECKS[kind as ShardKind](value, path)
      kinds.add(kind)
      const bytes = Buffer.byteLength(content as string)
      if (kind === 'root.json') expect(bytes).toBeLessThanOrEqual(ROOT_BYTES)
      if (kind === 'bodies' && (value as { articles: unknown[] }).articles.length > 1)
        expect(bytes, path).toBeLessThanOrEqual(PACK_BYTES)
    }
    const needed = 'bodies day directory month page postings root.json tally year years'.split(' ')
    expect([...kinds]).toEqual(expect.arrayContaining(needed))
  })
})

it('leads links between posts to their articles, whichever is published first', async () => {
  const { all, problems } = await publishFolder(
    newSite({
      '_config.yml': 'url: https://news.example\n',
      '_posts/2022-01-01-early.md':
        '---\ntitle: 早\n---\n[晚]({% post_url 2022-01-02-late %}) [无]({% post_url none %}) [类](//news.example/category/a.html)\n',
      '_posts/2022-01-02-late.md': aPost('晚'),
      '_posts/2022-05-30-NW202205302396506117.md': aPost('另一条'),
      '_posts/2022-05-30-202205302396671291.md':
        '---\ntitle: 一条\n---\n<p><a href="https://finance.example/a/202205302396506117.html">见</a></p>\n\n<https://finance.example/a/202205302396506117.html>\n',
    }),
  )
  const [early, , , wire] = ['早', '晚', '另一条', '一条'].map((title) =>
    all.find((each) => each.title === title),
  )
  expect(early?.html).toContain('<a href="/2022/01/02/late.html">晚</a>')
  expect(early?.html).toContain('<a href="/category/a.html">类</a>')
  expect(early?.html).toContain('<a href="{% post_url none %}">无</a>')
  expect(told({ problems })).toEqual([
    '_posts/2022-01-01-early.md:4: links to none, which is no post of the site; left it',
  ])
  expect(wire?.html).toContain('<a href="/2022/05/30/NW202205302396506117.html">见</a>')
  expect(wire?.source?.article).toBe('/2022/05/30/NW202205302396506117.html')
})

const CORPUS = resolve('../shared/corpus/make-corpus.mjs')

describe.skipIf(!existsSync(CORPUS))('a made archive full of oddities (../shared/corpus)', () => {
  it('is accounted for, post by post, and each line of the report names file and line', {
    timeout: 60_000,
  }, async () => {
    const out = newFolder()
    execFileSync(process.execPath, [CORPUS, '--posts', '600', '--quirks', '0.3', '--out', out])
    const { posts, articles, folded, unpublished, unreadable, problems } = await publishFolder(out, TEMPLATE)
    expect(posts).toBe(600)
    expect(articles + folded + unpublished + unreadable).toBe(posts)
    expect(problems.length).toBeGreaterThan(20)
    for (const line of problems.map(lineOf)) expect(line).toMatch(/^_posts\/[^:]+\.md:\d+: [^;]+; .+/)
  })
})

describe('what the owner keeps back', () => {
  const site = () =>
    newSite({
      '_config.yml':
        'title: 试刊\nfuture: false\ndefaults:\n  - scope: { path: _posts/hidden }\n    values: { published: false }\n',
      '_posts/2022-01-01-a.md': aPost('甲'),
      '_posts/2022-01-02-b.md': aPost('乙', 'published: false\n'),
      '_posts/2022-01-03-c.md': aPost('丙'),
      '_posts/hidden/2022-01-01-d.md': aPost('丁'),
      '_drafts/e.md': aPost('戊'),
    })

  it('is in no file of the edition, and is counted', async () => {
    const edition = memoryEdition()
    const options = { folder: site(), edition, progress: silentProgress, template: TEMPLATE }
    const published = await publish({ ...options, now: Date.UTC(2022, 0, 2) })
    expect(published).toMatchObject({ posts: 4, articles: 1, unpublished: 3, unreadable: 0 })
    expect(told(published)).toEqual([
      '_posts/2022-01-02-b.md:1: says published: false; left out',
      '_posts/2022-01-03-c.md:1: is of 2022-01-03, and future is false; left out',
      '_posts/hidden/2022-01-01-d.md:1: says published: false; left out',
    ])
    expect([...edition.files.values()].join('\n')).not.toMatch(/[乙丙丁戊]/)
  })

  it('does not make a strict publish fail', async () => {
    const edition = memoryEdition()
    const { root, refusal } = await publish({
      folder: site(),
      edition,
      progress: silentProgress,
      strict: true,
    })
    expect([refusal, root?.count]).toEqual([undefined, 2])
  })
})

it('a strict publish with a problem writes nothing at all', async () => {
  const edition = memoryEdition()
  const folder = newSite({ '_posts/2022-01-01-a.md': 'x', 'image.png': 'png' })
  const options = { folder, edition, progress: silentProgress, template: TEMPLATE, strict: true }
  expect(await publish(options)).toMatchObject({
    root: undefined,
    refusal: 'not published, since the publish is strict',
  })
  expect([...edition.files.keys()]).toEqual([])
})

it('an address that has moved has a page of its own, and the same post twice is folded', async () => {
  const site = newSite({
    '_config.yml': 'title: 试刊\nkanbao: { archive_dirs: [old_post] }\n',
    '_posts/2022-01-01-a.md': aPost('甲', 'redirect_from: /was/\n'),
    'old_post/2022-01-01-a.md': aPost('甲', 'redirect_from: /was/\n'),
    'old_post/2022-01-02-b.md': aPost('乙'),
  })
  const { files, articles, folded, problems } = await publishFolder(site, TEMPLATE)
  expect([articles, folded]).toEqual([2, 1])
  expect(told({ problems })).toEqual([
    'old_post/2022-01-01-a.md:1: is the same post as _posts/2022-01-01-a.md; folded into it',
  ])
  expect(String(files.get('was/index.html'))).toBe(String(files.get('2022/01/01/a.html')))
  expect([...files.keys()]).toContain('old_post/2022-01-02-b.html')
})

it('a file with the address of an article gives way to it, and is named', async () => {
  const { files, problems } = await publishFolder(
    newSite({
      '_posts/2022-01-01-a.md': aPost('甲', 'permalink: /a.html\n'),
      'a.html': '<p>a file</p>',
      'b.html': '<p>b file</p>',
    }),
    TEMPLATE,
  )
  expect(String(files.get('a.html'))).toContain('甲')
  expect(String(files.get('b.html'))).toBe('<p>b file</p>')
  expect(told({ problems })).toEqual(['a.html:1: has the address of an article; left out'])
})
