import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CONTENT_SECURITY_POLICY } from '../../src/publisher/vite-plugin.ts'
import { aPost, filesIn, fill, newFolder, newSite } from './site-folder.ts'

/** Runs `vite build` as an owner does; OUT is `<work>/out`. */
const build = (site: string, out: string) =>
  new Promise<{ code: number | null; printed: string }>((resolve) => {
    const env = { ...process.env, SITE: site, OUT: out, NODE_ENV: 'production', NO_COLOR: '1' }
    const child = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], { env })
    let printed = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (part) => {
        printed += part
      })
    child.on('close', (code) => resolve({ code, printed }))
  })

/** The script that stands in a page, with every sign between its tags. */
const inlineScript = (page: string): string => /<script>([^<]*)<\/script>/.exec(page)?.[1] ?? ''
const hashOf = (script: string): string => `sha256-${createHash('sha256').update(script).digest('base64')}`

const STACK = /^\s+at .+:\d+:\d+\)?$/m
const slow = { timeout: 120_000 }

describe('the content security policy', () => {
  const directives = new Map(
    CONTENT_SECURITY_POLICY.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ')
      return [name, values.join(' ')]
    }),
  )

  it('lets no script run but the site’s own files and the one that stands in each page, and makes nothing else of text', () => {
    // A picture that the reader has drawn is all that a page may make of its own data.
    expect(directives.get('img-src')).toBe("'self' data: https: http:")
    expect(CONTENT_SECURITY_POLICY.replace(/img-src [^;]*/, '')).not.toMatch(/unsafe-|data:|blob:|\*/)
    expect(directives.get('default-src')).toBe("'none'")
    expect(directives.get('script-src')).toBe(
      `'self' '${hashOf(inlineScript(readFileSync('index.html', 'utf8')))}'`,
    )
    expect(directives.get('style-src')).toBe("'self'")
    expect(directives.get('base-uri')).toBe("'none'")
    expect(directives.get('form-action')).toBe("'none'")
    expect(directives.get('require-trusted-types-for')).toBe("'script'")
    expect(directives.get('trusted-types')).toBe('dompurify search-worker')
  })
})

describe('vite build', () => {
  it('writes pages and archive beside the bundle, and the report beside the folder', slow, async () => {
    const work = newFolder()
    const out = join(work, 'out')
    const title = '</title><script>alert(1)</script>'
    const site = newSite({
      '_posts/2022-01-04-a.md': aPost('甲', 'categories: macro\ntags: 宏观新闻\n'),
      '_posts/2022-01-05-b.md': `---\ntitle: "${title}"\n---\n<p>x<script>1</script></p>\n`,
      '_posts/2022-01-06-c.md': Buffer.from([
        ...Buffer.from('---\ntitle: '),
        0xb1,
        0xea,
        0xcc,
        0xe2,
        ...Buffer.from('\n---\nx\n'),
      ]),
      '_posts/2022-01-07-d.md': Uint8Array.from({ length: 999 }, (_, n) => (n * 7919 + 255) & 255),
      '_posts/2022-01-08-e.md': `---\ntitle: 大\n---\n${'<p>很长的一段文字。</p>\n'.repeat(180_000)}`,
      '_posts/2022-01-09-f.md/g.txt': 'no post',
    })
    const { code, printed } = await build(site, out)
    expect(printed).not.toMatch(STACK)
    expect(code).toBe(0)
    for (const said of [
      'kanbao: 5 posts: 5 articles in 1 categories, 0 folded into another',
      '_posts/2022-01-06-c.md:2: is not UTF-8; read as GB 18030',
      '_posts/2022-01-07-d.md:1: is not UTF-8; put a replacement character',
      '_posts/2022-01-08-e.md:1: has 5.',
      '_posts/2022-01-09-f.md:1: is a folder named like a post',
      `kanbao: also in ${out}.report.json`,
    ])
      expect(printed).toContain(said)
    const report: unknown = JSON.parse(readFileSync(`${out}.report.json`, 'utf8'))
    expect(report).toMatchObject({ posts: 5, articles: 5, folded: 0, counts: { encoding: 2 } })

    const files = filesIn(out)
    for (const path of [
      'index.html',
      '404.html',
      'macro/2022/01/04/a.html',
      'category/macro.html',
      'archive/root.json',
    ])
      expect(Object.keys(files)).toContain(path)
    const page = files['2022/01/05/b.html']?.replaceAll('&#39;', "'") ?? ''
    expect(page).toContain(`<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">`)
    const scripts = [...page.matchAll(/<script([^>]*)>([^<]*)/g)]
    expect(scripts.map(([, attributes = '']) => attributes.replace(/ src=.*/, ' src')).sort()).toEqual([
      '',
      ' type="application/json" id="printed"',
      ' type="application/ld+json"',
      ' type="module" crossorigin src',
    ])
    // The policy knows the one that stands in the page; what holds data is no script.
    expect(CONTENT_SECURITY_POLICY).toContain(`'${hashOf(inlineScript(page))}'`)
    expect(page).not.toMatch(/\son\w+=|\sstyle=/)
    expect(page).toContain('<div class="body"><p>x</p></div>')
    expect(page).toContain('&lt;/title&gt;&lt;script&gt;')

    // The same again: the same bytes. Then a post less: its page is gone, and its shards when their time has come.
    expect((await build(site, out)).code).toBe(0)
    expect(filesIn(out)).toEqual(files)
    fill(site, { '_posts/2022-01-08-e.md': aPost('小') })
    expect((await build(site, out)).code).toBe(0)
    const holding = () =>
      Object.entries(filesIn(out)).flatMap(([path, text]) => (text.includes('很长的一段文字') ? [path] : []))
    expect(holding().filter((path) => !path.startsWith('archive/'))).toEqual([])
    expect(holding()).not.toEqual([])
    fill(site, { '_config.yml': 'title: 试刊\nkanbao: { grace_hours: 0 }\n' })
    expect((await build(site, out)).code).toBe(0)
    expect(holding()).toEqual([])
  })

  it.each([
    ['a missing folder', () => join(newFolder(), 'none'), 'none: there is no such folder'],
    ['an empty folder', () => newFolder(), 'has neither _config.yml nor _posts; is it a Jekyll site?'],
    ['a file', () => join(newSite({ file: '' }), 'file'), 'file: is a file, not a site folder'],
    [
      'a broken _config.yml',
      () => newSite({ '_config.yml': 'a: b\ntitle: "x"y"\n', '_posts/a.md': '' }),
      '_config.yml:2: not valid YAML',
    ],
    ['no posts', () => newSite({}), '_posts: holds no posts'],
  ])('refuses %s in one line that names it', slow, async (_, siteOf, message) => {
    const out = join(newFolder(), 'out')
    const { code, printed } = await build(siteOf(), out)
    expect(printed).toMatch(/^kanbao: \/.+/m)
    expect(printed).toContain(message)
    expect(printed).not.toMatch(STACK)
    expect(code).toBe(1)
    expect(existsSync(join(out, 'archive/root.json'))).toBe(false)
  })

  it(
    'a strict publish with a problem writes the report, leaves the last edition, and fails',
    slow,
    async () => {
      const out = join(newFolder(), 'out')
      const site = newSite({ '_posts/2022-01-04-a.md': aPost('甲') })
      expect((await build(site, out)).code).toBe(0)
      const sealed = filesIn(out)
      fill(site, {
        '_config.yml': 'title: 试刊\nkanbao: { strict: true }\n',
        '_posts/2022-01-05-b.md': 'no front matter',
        '_posts/2022-01-06-c.md': aPost('丙', 'published: false\n'),
      })
      const { code, printed } = await build(site, out)
      expect(code).toBe(1)
      expect(printed).toContain('_posts/2022-01-05-b.md:1: has no front matter')
      expect(printed).toContain('kanbao: not published, since the publish is strict')
      expect(JSON.parse(readFileSync(`${out}.report.json`, 'utf8'))).toMatchObject({
        posts: 3,
        unpublished: 1,
      })
      expect(filesIn(out)['archive/root.json']).toBe(sealed['archive/root.json'])
      expect(Object.keys(filesIn(out))).toEqual(Object.keys(sealed))
      fill(site, { '_posts/2022-01-05-b.md': aPost('乙') })
      expect((await build(site, out)).code).toBe(0)
    },
  )

  it('does not touch an output folder that is not its own, or that the site is in', slow, async () => {
    const work = newFolder()
    const site = fill(join(work, 'site'), {
      '_config.yml': 'title: a\n',
      '_posts/2022-01-04-a.md': aPost('甲'),
    })
    mkdirSync(join(work, 'thesis'))
    fill(join(work, 'thesis'), { 'chapter.doc': 'years of work' })
    const before = filesIn(work)
    for (const [out, message] of [
      [join(work, 'thesis'), 'thesis: is not empty, and Kanbao did not write it'],
      [work, 'cannot be the output, since the site folder'],
      [site, 'cannot be the output, since the site folder'],
    ] as const) {
      const { code, printed } = await build(site, out)
      expect(printed).toContain(message)
      expect(printed).not.toMatch(STACK)
      expect(code).toBe(1)
    }
    expect(filesIn(work)).toEqual(before)
  })
})
