import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildSite, writeSite } from './build-site.ts'
import { holdScripts, takenOver, watchShifts } from './hold-scripts.ts'
import { expectAccessible, expectQuiet, openBrowser, openPage } from './open-browser.ts'
import { PAPER, paperSite } from './paper-site.ts'
import { type StaticServer, startServer } from './static-server.ts'

/** Articles without pictures: a short one with a title of markup, and one that is longer than a screen. */
const SHORT = '2022/02/08/p7.html'
const LONG = '2022/01/05/p60.html'
const CATEGORY = 'category/%E6%9C%9F%E8%B4%A7.html'

let out: string
let server: StaticServer
let browser: Browser
beforeAll(async () => {
  out = (await buildSite(writeSite(paperSite(120)))).out
  server = await startServer(out, `${PAPER.baseurl}/`)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const WIDTHS = [390, 900, 1440]
const screen = (width: number, height = 900): BrowserContextOptions => ({ viewport: { width, height } })

/** Opens a page that stands as it was printed until `letGo` is called. */
const openHeld = async (path: string, options: BrowserContextOptions = screen(1440)) => {
  const page = await openPage(browser, options)
  const { letGo } = await holdScripts(page)
  const go = async () => {
    await page.goto(server.url + path, { waitUntil: 'commit' })
    await page.locator('#printed').waitFor({ state: 'attached' })
  }
  return { page, letGo, go }
}

describe.each(WIDTHS)('without scripts, %i px wide', (width) => {
  const open = async (path: string): Promise<Page> => {
    const page = await openPage(browser, { ...screen(width), javaScriptEnabled: false })
    await page.goto(server.url + path)
    return page
  }

  it('an article is read, and its categories lead on', async () => {
    const page = await open(LONG)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('央行开展60亿元逆回购操作')
    expect(await page.locator('.dateline time').getAttribute('datetime')).toBe('2022-01-05T12:00:00+08:00')
    expect(await page.locator('.body').innerText()).toContain('这是一段很长的正文')
    const { x = -1, width: wide = 0 } = (await page.locator('.story').boundingBox()) ?? {}
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + wide).toBeLessThanOrEqual(width)
    await page.locator('.dateline-category').first().click()
    await page.getByRole('heading', { level: 1, name: '港股' }).waitFor()
    await page.locator('.headline-title a').nth(3).click()
    await page.locator('.body').waitFor()
    expectQuiet(page)
    await page.close()
  })

  it('lists have their headlines by day, and home is a press away', async () => {
    const page = await open('')
    const titles = await page.locator('.headline-title a').allInnerTexts()
    expect(titles).toHaveLength(20)
    expect(await page.locator('h2 time').count()).toBeGreaterThan(2)
    await page.locator('.headline-title a').first().click()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(titles[0])
    await page.getByRole('link', { name: '试读报' }).filter({ visible: true }).first().click()
    await page.locator('.headline-title a').first().waitFor()
    expect(await page.locator('.headline-title a').allInnerTexts()).toEqual(titles)
    // The pictures of the first article are on no disk.
    expectQuiet(page, /status of 404/)
    await page.close()
  })
})

describe.each(WIDTHS)('a page that is taken over, %i px wide', (width) => {
  it.each([
    ['home', ''],
    ['a category', CATEGORY],
    ['a short article', SHORT],
    ['a long article', LONG],
  ])('does not move, and says nothing: %s', async (_, path) => {
    const { page, letGo, go } = await openHeld(path, screen(width))
    const { shift } = await watchShifts(page)
    await go()
    await page.waitForTimeout(300)
    letGo()
    await takenOver(page)
    // The calendar comes when the page is idle.
    await page.waitForTimeout(1200)
    expect(await shift()).toBe(0)
    await expectAccessible(page)
    expectQuiet(page)
    await page.close()
  })

  it('keeps the very nodes of an article', async () => {
    const { page, letGo, go } = await openHeld(LONG, screen(width))
    await go()
    const body = await page.locator('.body').elementHandle()
    const paragraph = await page.locator('.body p').first().elementHandle()
    const heading = await page.locator('h1').elementHandle()
    letGo()
    await takenOver(page)
    await page.waitForTimeout(300)
    const isStill = (selector: string, node: typeof body) =>
      page.evaluate(([where, before]) => document.querySelector(where as string) === before, [selector, node])
    expect(await isStill('.body', body)).toBe(true)
    expect(await isStill('.body p', paragraph)).toBe(true)
    expect(await isStill('h1.story-title', heading)).toBe(true)
    expectQuiet(page)
    await page.close()
  })

  it.each([
    ['an article', LONG],
    ['home', ''],
  ])('stays where it was scrolled to before: %s', async (_, path) => {
    const { page, letGo, go } = await openHeld(path, screen(width, 500))
    await go()
    // On a desk the article scrolls by itself, before and after.
    const scrolled = await page.evaluate(() => {
      const pane = document.querySelector('.article-column')
      scrollTo(0, 120)
      if (pane && scrollY === 0) pane.scrollTop = 120
      return scrollY + (pane?.scrollTop ?? 0)
    })
    expect(scrolled).toBe(120)
    const topOf = () =>
      page.evaluate(() => {
        const element =
          document.querySelector('.body > :last-child') ?? document.querySelector('[data-row="3"]')
        return element?.getBoundingClientRect().top
      })
    const before = await topOf()
    letGo()
    await takenOver(page)
    await page.waitForTimeout(600)
    expect(await topOf()).toBe(before)
    expectQuiet(page)
    await page.close()
  })
})

it.each(WIDTHS)('who has gone on with the keys before is not called back, %i px wide', async (width) => {
  const { page, letGo, go } = await openHeld(LONG, screen(width))
  await go()
  const link = page.locator('.dateline-category').last()
  await link.focus()
  letGo()
  await takenOver(page)
  await page.waitForTimeout(300)
  expect(await link.evaluate((element) => element === document.activeElement)).toBe(true)
  expectQuiet(page)
  await page.close()
})

describe('a reader who has chosen', () => {
  const prefer = (page: Page, preferences: object) =>
    page.addInitScript(
      (text) => localStorage.setItem('kanbao.preferences', text),
      JSON.stringify(preferences),
    )

  it.each([
    ['dark', 'light', 'rgb(18, 18, 17)'],
    ['sepia', 'dark', 'rgb(244, 236, 216)'],
    ['system', 'dark', 'rgb(18, 18, 17)'],
    ['light', 'dark', 'rgb(251, 250, 247)'],
  ] as const)(
    '%s under a %s system sees no other paper, scripts or not',
    async (theme, colorScheme, paper) => {
      const { page, letGo, go } = await openHeld(SHORT, { ...screen(900), colorScheme })
      await prefer(page, { theme, size: 'huge', face: 'serif' })
      await go()
      const look = () =>
        page.evaluate(() => {
          const body = document.querySelector('.body') ?? document.body
          const { fontSize, fontFamily } = getComputedStyle(body)
          return [getComputedStyle(document.documentElement).backgroundColor, fontSize, fontFamily]
        })
      await page.waitForFunction(() => document.styleSheets.length > 1)
      const before = await look()
      expect(before[0]).toBe(paper)
      letGo()
      await takenOver(page)
      expect(await look()).toEqual(before)
      expectQuiet(page)
      await page.close()
    },
  )

  it.each(['', CATEGORY, SHORT])(
    'English on a Chinese site gets English, without a word: /%s',
    async (path) => {
      const { page, letGo, go } = await openHeld(path)
      await prefer(page, { language: 'en' })
      await go()
      letGo()
      await takenOver(page)
      await page.getByRole('combobox', { name: 'Language' }).waitFor()
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
      await expectAccessible(page)
      expectQuiet(page)
      await page.close()
    },
  )

  it('nothing that can be read, or that is no choice, gets the page all the same', async () => {
    for (const stored of ['{', 'null', '"dark"', '[1]', '{"theme":"neon","x":{"y":1}}']) {
      const page = await openPage(browser, screen(390))
      await page.addInitScript((text) => localStorage.setItem('kanbao.preferences', text), stored)
      await page.goto(server.url + SHORT)
      await takenOver(page)
      expect(await page.evaluate(() => document.documentElement.dataset.size)).toBe('medium')
      expectQuiet(page)
      await page.close()
    }
  })
})

describe('a page that is not as it was printed', () => {
  const readAs = async (
    path: string,
    change: (page: string) => string,
    ...expected: RegExp[]
  ): Promise<void> => {
    const file = join(out, path)
    const whole = readFileSync(file, 'utf8')
    const changed = change(whole)
    expect(changed).not.toBe(whole)
    writeFileSync(file, changed)
    const page = await openPage(browser, screen(1440))
    try {
      await page.goto(server.url + path)
      await takenOver(page)
      await page.waitForTimeout(300)
      expect(await page.locator('h1').textContent()).toBe('央行开展60亿元逆回购操作')
      expect(await page.locator('.body').count()).toBe(1)
      expect(await page.locator('.body').innerText()).toContain('这是一段很长的正文')
      expect(await page.getByRole('button', { name: '分享' }).count()).toBe(1)
      expectQuiet(page, ...expected)
    } finally {
      writeFileSync(file, whole)
      await page.close()
    }
  }

  it.each<[string, (page: string) => string]>([
    ['broken JSON', (page) => page.replace('id="printed">{', 'id="printed">{{')],
    ['JSON of another version', (page) => page.replace('"lang":"zh-CN"', '"language":"zh-CN"')],
    ['no JSON', (page) => page.replace(/<script type="application\/json".*?<\/script>/, '')],
    ['the page of home', () => readFileSync(join(out, 'index.html'), 'utf8')],
    ['the page of no address', () => readFileSync(join(out, '404.html'), 'utf8')],
    ['the page of a category', () => readFileSync(join(out, decodeURIComponent(CATEGORY)), 'utf8')],
    ['another title', (page) => page.replace(/(<h1[^>]*>)[^<]*/, '$1另一个题')],
    ['no dateline', (page) => page.replace(/<div class="dateline">.*?<\/div>/, '')],
    ['no text', (page) => page.replace(/<div class="body">.*?<\/article>/s, '</article>')],
    [
      'a banner that a host has put in',
      (page) => page.replace('<div id="root">', '<div id="root"><p>banner</p>'),
    ],
    [
      'no markup',
      (page) =>
        page.replace(
          /<div id="root">.*?<script type="application\/json"/s,
          '<div id="root"></div><script type="application/json"',
        ),
    ],
  ])('but has %s ends with the article of the archive', async (_, change) => {
    await readAs(LONG, change)
  })

  it('but has an empty text shows what stands there: the reader takes it for the text', async () => {
    const file = join(out, LONG)
    const whole = readFileSync(file, 'utf8')
    writeFileSync(
      file,
      whole.replace(/(<div class="body">).*?(<\/div><\/div><\/article>)/s, '$1<p>改过。</p>$2'),
    )
    const page = await openPage(browser, screen(900))
    await page.goto(server.url + LONG)
    await takenOver(page)
    expect(await page.locator('.body').innerText()).toBe('改过。')
    expectQuiet(page)
    await page.close()
    writeFileSync(file, whole)
  })
})

describe('a list that was printed', () => {
  it('is not what who narrows it sees', async () => {
    const page = await openPage(browser, screen(1440))
    await page.goto(`${server.url}?from=2022-01&to=2022-01`)
    await page.getByText('共 20 条', { exact: true }).waitFor()
    expect(await page.locator('h2 time').first().getAttribute('datetime')).toMatch(/^2022-01/)
    expectQuiet(page)
    await page.close()
  })

  it('is not what stands there while another list is on its way', async () => {
    const page = await openPage(browser, screen(1440))
    await page.goto(server.url)
    await takenOver(page)
    await page.mouse.wheel(0, 600)
    await page.getByRole('checkbox', { name: /期货/ }).check()
    await page.getByRole('button', { name: '去掉筛选 期货' }).waitFor()
    await page.locator('.headline-category').first().waitFor()
    for (const categories of await page.locator('.headline-category').allInnerTexts())
      expect(categories).toContain('期货')
    expect(await page.evaluate(() => scrollY)).toBe(0)
    expectQuiet(page)
    await page.close()
  })

  it.each(WIDTHS)('is left to its place when it is loaded again, %i px wide', async (width) => {
    const page = await openPage(browser, screen(width))
    await page.goto(server.url)
    await takenOver(page)
    await page.mouse.move(width / 2, 400)
    for (let step = 0; step < 12; step++) {
      await page.mouse.wheel(0, 400)
      await page.waitForTimeout(60)
    }
    await page.waitForTimeout(300)
    const place = () => page.evaluate(() => scrollY)
    const before = await place()
    expect(before).toBeGreaterThan(2000)
    await page.reload()
    await takenOver(page)
    await expect.poll(place).toBe(before)
    expectQuiet(page)
    await page.close()
  })
})
