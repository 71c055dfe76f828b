import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fromParse5 } from 'hast-util-from-parse5'
import { parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import { PACK_BYTES, ROOT_BYTES } from '../../src/archive/limits.ts'
import { aRoot } from '../../src/archive/root.ts'
import { SHARD_CHECKS, type ShardKind } from '../../src/archive/shard-kinds.ts'
import { nameOf } from '../../src/publisher/edition.ts'
import { lineOf } from '../../src/publisher/report.ts'
import { textOf } from '../../src/publisher/stages/clean-body/read-text.ts'
import { publishFolder } from './site-folder.ts'

/** The real posts, where the project's shared folder stands beside it. */
const FINEWS = resolve('../shared/archives/finews')
/** The addresses that Jekyll 4.3.1 gives the 44 posts it publishes of them. */
const JEKYLL = readFileSync(new URL('../fixtures/posts/finews-addresses.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
const TEMPLATE = '<html lang="en"><head><title></title></head></html>'

describe.skipIf(!existsSync(FINEWS))('the real archive (../shared/archives/finews)', () => {
  it('gives 44 articles at their Jekyll addresses, and one post folded into its twin', async () => {
    const { all, posts, articles, folded, problems } = await publishFolder(FINEWS)
    expect([posts, articles, folded]).toEqual([45, 44, 1])
    expect(all.map(({ permalink }) => permalink).sort()).toEqual(JEKYLL)
    expect(problems.map(lineOf)).toEqual([
      '_posts/-202205262391921712.md: has neither title nor date; folded into _posts/2022-05-26-202205262391921712.md, of the same id',
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
      44 + first.root.categories.count + 2,
    )
  })

  it('keeps to the format and its limits', async () => {
    const { files } = await publishFolder(FINEWS)
    const kinds = new Set<string>()
    for (const [path, content] of files) {
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
    expect([...kinds].sort()).toEqual(
      [...Object.keys(SHARD_CHECKS).filter((kind) => kind !== 'addresses'), 'root.json'].sort(),
    )
  })
})
