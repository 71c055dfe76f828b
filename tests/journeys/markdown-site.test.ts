import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DefaultTreeAdapterMap, parse, parseFragment } from 'parse5'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BodyPack } from '../../src/archive/body-pack.ts'
import { buildSite, newFolder, writeSite } from './build-site.ts'
import { markdownSite } from './markdown-site.ts'
import { expectAccessible, expectQuiet, openBrowser, openPage } from './open-browser.ts'
import { type StaticServer, startServer } from './static-server.ts'

const POSTS = 300

type Node = DefaultTreeAdapterMap['node']

/** What a reader has of a body: its visible text, and the ids that links can lead to. */
const readBody = (root: Node): { text: string; ids: string[] } => {
  const ids: string[] = []
  let text = ''
  const read = (node: Node): void => {
    if ('value' in node && node.nodeName === '#text') text += node.value
    if ('tagName' in node) {
      const id = node.attrs.find(({ name }) => name === 'id')?.value
      if (id && /^(h[1-6]|li|sup)$/.test(node.tagName)) ids.push(id.replace(/^s-/, ''))
      // kramdown counts the arrows of one footnote: ↩ ↩2.
      if (node.tagName === 'a' && node.attrs.some(({ value }) => value.startsWith('#fnref:'))) return
    }
    if ('childNodes' in node) for (const child of node.childNodes) read(child)
  }
  read(root)
  return {
    text: text
      .replace(/[☐☑]|\s+/g, '')
      .replace(/[“”]/g, '"')
      .replace(/[‘’]/g, "'"),
    ids,
  }
}

const articleIn = (html: string): Node => {
  const find = (node: Node): Node | undefined =>
    node.nodeName === 'article'
      ? node
      : 'childNodes' in node
        ? node.childNodes.map(find).find((found) => found !== undefined)
        : undefined
  const article = find(parse(html))
  if (!article) throw new Error('the page has no article')
  return article
}

/** Whether the machine has the real Jekyll; without it the comparison is skipped by name. */
const hasJekyll = (): boolean => {
  try {
    return execFileSync('jekyll', ['--version'], { encoding: 'utf8' }).startsWith('jekyll')
  } catch {
    return false
  }
}

let site: string
let out: string
let server: StaticServer
let browser: Browser
beforeAll(async () => {
  site = writeSite(markdownSite(POSTS))
  out = (await buildSite(site)).out
  server = await startServer(out)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

describe.runIf(hasJekyll())('beside Jekyll’s own output', () => {
  it('each of 300 Markdown posts has the same text and the same ids', () => {
    const theirs = join(newFolder(), 'jekyll')
    const env = { ...process.env, LANG: 'C.UTF-8' }
    execFileSync('jekyll', ['build', '--quiet', '--source', site, '--destination', theirs], { env })
    const packs = join(out, 'archive/bodies')
    const articles = readdirSync(packs, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.json'))
      .flatMap((path) => (JSON.parse(readFileSync(join(packs, path), 'utf8')) as BodyPack).articles)
    expect(articles).toHaveLength(POSTS)
    for (const { permalink, html } of articles) {
      const jekylls = readBody(articleIn(readFileSync(join(theirs, permalink), 'utf8')))
      expect({ permalink, ...readBody(parseFragment(html)) }).toEqual({ permalink, ...jekylls })
    }
  })
})

const SCREENS = [
  { viewport: { width: 1440, height: 900 } },
  { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
]

describe.each(SCREENS)('on a screen of $viewport.width', (screen) => {
  it('a fragment is followed from the address, from links, and the way back leads back', async () => {
    const page = await openPage(browser, screen)
    const inView = (id: string) =>
      expect.poll(() =>
        page.evaluate((wanted) => {
          const target = document.getElementById(wanted)
          const { top = -1, bottom = 0 } = target?.getBoundingClientRect() ?? {}
          return top >= -1 && bottom <= innerHeight && document.activeElement === target
        }, id),
      )
    await page.goto(`${server.url}p000.html#own-0`)
    await inView('s-own-0').toBe(true)
    await page.locator('sup a').first().click()
    await inView('s-fn:a0').toBe(true)
    expect(new URL(page.url()).hash).toBe('#fn:a0')
    const place = () =>
      page.evaluate(() => scrollY + (document.querySelector('.article-column')?.scrollTop ?? 0))
    const atNote = await place()
    await page.locator('[id="s-fn:a0"] a').first().click()
    await inView('s-fnref:a0').toBe(true)
    await page.goBack()
    await expect.poll(async () => Math.abs((await place()) - atNote)).toBeLessThan(3)
    await page.locator('.body a', { hasText: '重复的题' }).nth(1).click()
    await inView('s-重复的题-1').toBe(true)
    expectQuiet(page)
    await page.close()
  })

  it.each(['light', 'dark', 'sepia'] as const)('code and footnotes are readable: %s', async (theme) => {
    const page = await openPage(browser, { ...screen, colorScheme: theme === 'dark' ? 'dark' : 'light' })
    for (let n = 0; n < 9; n++) {
      await page.goto(`${server.url}p0${n}0.html`)
      await page.locator('.body pre').first().waitFor()
      if (theme === 'sepia')
        await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'sepia'))
      await expectAccessible(page)
    }
    expectQuiet(page)
    await page.close()
  })
})
