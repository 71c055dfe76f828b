import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compressed,
  compressedPaths,
  compressionFor,
  filesOfText,
  isCompressible,
  plainPath,
} from '../../src/publisher/compressed-files.ts'
import type { PublishOptions } from '../../src/publisher/publishing.ts'
import { LATER, publishAfresh, publishInto } from './publish-into.ts'
import { aPost, type Files, fill, newFolder, newSite } from './site-folder.ts'
import { expectWholeCompressed } from './whole-compressed.ts'

const text = Buffer.from('看报，把每一篇文章都留下来。'.repeat(60))

describe('what is compressed', () => {
  it('is text, whatever it is for', () => {
    const texts = [
      'a.html',
      'b/a.HTM',
      'app/a.js',
      'app/a.css',
      'feed.xml',
      'feed.json',
      'a.svg',
      'robots.txt',
    ]
    for (const path of [...texts, 'manifest.webmanifest', 'app/a.js.map']) {
      expect([path, isCompressible(path)]).toEqual([path, true])
      expect(compressedPaths(path)).toEqual([`${path}.br`, `${path}.gz`])
      expect(compressedPaths(path).map(plainPath)).toEqual([path, path])
    }
  })

  it('is nothing else, and nothing whose name leaves no room', () => {
    const long = `${'长'.repeat(83)}.html`
    for (const path of [
      'archive/search/a/b/1.bin',
      'a.png',
      'a.woff2',
      'LICENSE',
      'a.html.gz',
      'a.json.br',
      long,
    ]) {
      expect([path, isCompressible(path)]).toEqual([path, false])
      expect([path, compressedPaths(path)]).toEqual([path, []])
    }
    expect(isCompressible(`${'长'.repeat(82)}.html`)).toBe(true)
    expect(['a.tar.gz', 'a.br', 'gz', 'a.html'].map(plainPath)).toEqual(Array(4).fill(undefined))
  })
})

describe('compressed files', () => {
  it('give back what they were made of, for files of any size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1024, max: 300_000 }), fc.string({ minLength: 1 }), (size, some) => {
        const bytes = Buffer.alloc(size, some || 'a')
        const files = new Map(compressed('a.json', bytes))
        expect(bytes.equals(brotliDecompressSync(files.get('a.json.br') ?? ''))).toBe(true)
        expect(bytes.equals(gunzipSync(files.get('a.json.gz') ?? ''))).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  it('are smaller, or there is none', () => {
    expect(compressed('a.html', text).map(([, { length }]) => length < text.length / 5)).toEqual([true, true])
    expect(compressed('a.html', Buffer.alloc(1023, 'a'))).toEqual([])
    const noise = Uint8Array.from({ length: 2000 }, (_, at) => ((at + 1) * 2_654_435_761) >>> (at % 24))
    expect(compressed('a.txt', noise)).toEqual([])
  })

  it('tell nothing of time and machine, and of the reader’s files are the smallest there can be', () => {
    const [, [, gzip] = ['', new Uint8Array()]] = compressed('a.html', text)
    // RFC 1952: the time is bytes 4 to 7, the system byte 9.
    expect([...gzip.subarray(4, 8), gzip[9]]).toEqual([0, 0, 0, 0, 255])
    const script = readFileSync('src/publisher/write-edition.ts')
    const sizeOf = (path: string) => compressed(path, script)[0]?.[1].length ?? 0
    expect(sizeOf('app/a.js')).toBeLessThan(sizeOf('a.js'))
  })
})

it('a publish compresses what is new, all where it knows nothing, and nothing unless it is told to', () => {
  const of = (precompress: boolean, template: string | undefined, isWhole: boolean) =>
    compressionFor({ config: { precompress }, template, known: { isWhole } })
  expect([of(true, '', true), of(true, '', false)]).toEqual(['new', 'all'])
  expect([of(false, '', true), of(true, undefined, true)]).toEqual(['none', 'none'])
  expect([filesOfText('none'), filesOfText('new'), filesOfText('all')]).toEqual([1, 3, 3])
})

const [PLAIN, COMPRESSED] = ['title: 试刊\n', 'title: 试刊\nkanbao: { precompress: true }\n']
/** Pages of it are large enough to be compressed. */
const template = `<html lang="en"><head><title></title></head><body>${'看报。'.repeat(150)}</body></html>`
const ofCompressed = (files: Readonly<Record<string, string>>): string[] =>
  Object.keys(files).filter((path) => /\.(br|gz)$/.test(path))

/** A site that is published again and again, and held each time against an edition of its own. */
const openPress = (files: Files) => {
  const site = newSite({
    '_config.yml': COMPRESSED,
    '_posts/2022-01-01-a.md': aPost('甲', 'categories: macro\n'),
    // Its pack is large enough, too.
    '_posts/2022-01-02-b.md': aPost('很长的标题'.repeat(40)),
    ...files,
  })
  const out = join(newFolder(), 'out')
  const ledger = `${out}.cache`
  const press = async (options: Partial<PublishOptions> = {}) => {
    const { files: written, use, root } = await publishInto(out, site, { template, ledger, ...options })
    const { files: afresh } = await publishAfresh(site, { template })
    for (const [path, text] of Object.entries(afresh)) expect([path, written[path]]).toEqual([path, text])
    expectWholeCompressed(out)
    return { written, afresh, use, root }
  }
  return { site, out, ledger, press }
}

const A_DAY_LATER = { now: LATER + 25 * 3_600_000 }

describe('an edition', () => {
  it('may be compressed, not any more, and again; what another version compressed is not trusted', async () => {
    const { site, out, ledger, press } = openPress({ '_config.yml': PLAIN })
    expect(ofCompressed((await press()).written)).toEqual([])
    fill(site, { '_config.yml': COMPRESSED })
    expect(ofCompressed((await press()).written)).toEqual(
      expect.arrayContaining([
        'index.html.br',
        '404.html.gz',
        'archive/root.json.br',
        'macro/2022/01/01/a.html.gz',
      ]),
    )
    fill(site, { '_config.yml': PLAIN })
    // What is compressed of a shard stays as long as a shard that is gone.
    const left = ofCompressed((await press()).written)
    expect(left.filter((path) => !path.startsWith('archive/'))).toEqual([])
    expect(left).not.toContain('archive/root.json.br')
    expect(ofCompressed((await press(A_DAY_LATER)).written)).toEqual([])
    fill(site, { '_config.yml': COMPRESSED })
    await press()
    rmSync(ledger, { recursive: true })
    fill(out, { 'index.html.br': 'by another version' })
    await press()
  })

  it('keeps a file of the site that is compressed of another beside it', async () => {
    const { site, press } = openPress({ '_config.yml': PLAIN, 'data.json': '1', 'data.json.gz': own('1') })
    await press()
    fill(site, { 'data.json': '2', 'data.json.gz': own('2') })
    await press()
    fill(site, { 'data.json': '3', 'data.json.gz': own('3'), '_config.yml': COMPRESSED })
    await press()
    rmSync(join(site, 'data.json.gz'))
    expect((await press()).written).not.toHaveProperty(['data.json.gz'])
  })

  it('counts what is compressed, as the host does, be it new or not', async () => {
    const { site, press } = openPress({ 'data.json': '7'.repeat(2000) })
    for (const what of ['first', 'again', 'with another post']) {
      if (what.startsWith('with')) fill(site, { '_posts/2022-01-06-new.md': aPost('新') })
      const { use, afresh, root } = await press(A_DAY_LATER)
      expect(root).toBeDefined()
      // The mark is no part of what is published afresh.
      expect([what, use?.split(';')[0]]).toEqual([what, `${Object.keys(afresh).length + 1} files`])
    }
  })

  it('tells a host that counts files of all of them', async () => {
    const posts = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`_posts/2022-01-03-${at}.md`, aPost(`第${at}篇`)]),
    )
    const settings = 'host: cloudflare-pages, search: false'
    const { site, press } = openPress({ ...posts, '_config.yml': `kanbao: { ${settings} }\n` })
    const plain = (await press()).use ?? ''
    fill(site, { '_config.yml': `kanbao: { ${settings}, precompress: true }\n` })
    const compressed = (await press()).use ?? ''
    const filesIn = (use: string): number => Number(/^([\d,]+) files/.exec(use)?.[1]?.replace(',', ''))
    expect(filesIn(compressed)).toBeGreaterThan(2.5 * filesIn(plain))
    expect(compressed).toMatch(/of the 20,000 that Cloudflare Pages takes/)
  })
})

/** What an owner compressed. */
const own = (text: string): Uint8Array => gzipSync(text)
