import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY_ARTICLES, ROOT_BYTES } from '../../src/archive/limits.ts'
import { buildSite, newFolder } from './build-site.ts'
import { expectAccessible, expectQuiet, openBrowser, openPage } from './open-browser.ts'
import { type StaticServer, startServer } from './static-server.ts'

const CORPUS = resolve('../shared/corpus/make-corpus.mjs')

describe.skipIf(!existsSync(CORPUS))('an archive of 4,500 posts on one day (../shared/corpus)', () => {
  let out: string
  let printed: string
  let server: StaticServer
  let browser: Browser
  beforeAll(async () => {
    const site = newFolder()
    const wanted = ['--posts', '4500', '--days', '1', '--quirks', '0', '--out', site]
    execFileSync(process.execPath, [CORPUS, ...wanted], { stdio: 'ignore' })
    ;({ out, printed } = await buildSite(site))
    server = await startServer(out)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  it('is published whole, with a small root and no large file', () => {
    expect(printed).toContain('4500 posts: 4500 articles')
    const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) =>
      statSync(join(out, path)).isFile(),
    )
    expect(statSync(join(out, 'archive/root.json')).size).toBeLessThanOrEqual(ROOT_BYTES)
    expect(files.filter((path) => statSync(join(out, path)).size > 1_000_000)).toEqual([])
    // A day of more than DAY_ARTICLES articles has several day shards.
    expect(DAY_ARTICLES).toBeLessThan(4500)
    expect(files.filter((path) => path.startsWith('archive/day/'))).toHaveLength(2)
  })

  it('has a first view of at most 120 kB, Brotli, on a phone and on a desk', async () => {
    for (const width of [390, 1440]) {
      const page = await openPage(browser, { viewport: { width, height: 900 } })
      server.reset()
      await page.goto(server.url)
      await page.getByRole('link').first().waitFor()
      await page.waitForLoadState('networkidle')
      const bytes = [...new Set(server.requests)]
        .map((path) => join(out, path || 'index.html'))
        .filter((path) => existsSync(path))
        .reduce((total, path) => total + brotliCompressSync(readFileSync(path)).length, 0)
      // The calendar comes when the page is idle, and is not needed before that: it counts on a desk all the same.
      expect(bytes).toBeLessThanOrEqual(width === 390 ? 120_000 : 150_000)
      expectQuiet(page)
      await page.close()
    }
  })

  it('keeps at most 300 rows in the page, however far a reader scrolls', async () => {
    const page = await openPage(browser, { viewport: { width: 1440, height: 900 } })
    await page.goto(server.url)
    await page.getByRole('link').first().waitFor()
    await page.mouse.move(600, 500)
    let rows = 0
    for (let step = 0; step < 60; step++) {
      await page.mouse.wheel(0, 2000)
      await page.waitForTimeout(30)
      rows = Math.max(rows, await page.locator('.timeline a').count())
    }
    expect(rows).toBeGreaterThan(5)
    expect(rows).toBeLessThanOrEqual(300)
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(20_000)
    expectQuiet(page)
    await page.close()
  })

  it('finds one category among thousands by typing', async () => {
    const page = await openPage(browser, { viewport: { width: 1440, height: 900 } })
    await page.goto(server.url)
    const search = page.getByRole('searchbox', { name: '查找分类：名称或拼音' })
    await search.fill('difangmeiti')
    await expect.poll(() => page.getByRole('checkbox').count()).toBeGreaterThan(10)
    expect(await page.getByRole('checkbox').count()).toBeLessThan(100)
    await expectAccessible(page)
    await search.fill('zhengquanshibao')
    await page.getByRole('checkbox', { name: /证券时报/ }).check()
    await page.waitForURL(/category=zhengquanshibao/)
    expectQuiet(page)
    await page.close()
  })
})
