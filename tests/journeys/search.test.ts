import { existsSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { buildSite, FINEWS } from './build-site.ts'
import { expectAccessible, expectQuiet, openBrowser, openPage } from './open-browser.ts'
import { type StaticServer, startServer } from './static-server.ts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true }

/** The titles in the list, as they stand. */
const titles = (page: Page): Promise<string[]> => page.locator('[data-row] .headline-title').allTextContents()

/** Waits until the whole list is there: its end says so. */
const ended = (page: Page): Promise<void> => page.getByText('到头了').waitFor()

describe.skipIf(!existsSync(FINEWS))('a search on a phone (../shared/archives/finews)', () => {
  let server: StaticServer
  let browser: Browser
  beforeAll(async () => {
    const { out } = await buildSite(FINEWS)
    server = await startServer(out)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  it('finds 茅台, narrows it to a month, and the address shows the same list elsewhere', async () => {
    const page = await openPage(browser, PHONE)
    await page.goto(server.url)
    await page.getByRole('button', { name: '搜索' }).click()
    await page.getByRole('combobox').fill('茅台')
    await page.keyboard.press('Enter')
    await ended(page)
    const found = await titles(page)
    expect(found.length).toBeGreaterThan(2)
    const marked = await page.locator('[data-row] mark').allTextContents()
    expect(new Set(marked)).toEqual(new Set(['茅台']))
    expect(new URL(page.url()).searchParams.get('q')).toBe('茅台')

    await page.getByRole('button', { name: '搜索' }).click()
    await page.getByRole('combobox').fill('2021-12')
    await page.getByRole('option', { name: /日期$/ }).click()
    // The list that was there may still be so, with its end.
    await vi.waitFor(async () => {
      await ended(page)
      const length = (await titles(page)).length
      expect(length > 0 && length < found.length).toBe(true)
    }, 20_000)
    const narrowed = await titles(page)
    const address = new URL(page.url())
    expect([...address.searchParams.keys()].sort()).toEqual(['from', 'q', 'to'])
    await expectAccessible(page)

    const elsewhere = await openPage(browser, { viewport: { width: 1440, height: 900 } })
    await elsewhere.goto(address.href)
    await ended(elsewhere)
    expect(await titles(elsewhere)).toEqual(narrowed)
    for (const each of [page, elsewhere]) {
      expectQuiet(each)
      await each.close()
    }
  })

  it('with the keyboard alone: / opens the box, Enter searches, j and o read', async () => {
    const page = await openPage(browser, { viewport: { width: 1440, height: 900 } })
    await page.goto(server.url)
    await page.getByRole('link').first().waitFor()
    // The keys are the reader's, which may not have taken the page over yet.
    await page.locator('.frame-printed').waitFor({ state: 'detached' })
    await page.keyboard.press('/')
    await page.keyboard.type('公司 -茅台')
    await page.keyboard.press('Enter')
    await ended(page)
    const found = await titles(page)
    expect(found.length).toBeGreaterThan(0)
    await page.keyboard.press('j')
    await page.keyboard.press('o')
    await page.getByRole('heading', { level: 1, name: found[0] ?? '' }).waitFor()
    await page.goBack()
    await ended(page)
    expect(await titles(page)).toEqual(found)
    expectQuiet(page)
    await page.close()
  })

  it('a traditional word finds simplified text; one character is looked for in titles', async () => {
    const page = await openPage(browser, PHONE)
    await page.goto(`${server.url}?q=${encodeURIComponent('證券')}`)
    await ended(page)
    expect(new Set(await page.locator('[data-row] mark').allTextContents())).toEqual(new Set(['证券']))
    await page.goto(`${server.url}?q=${encodeURIComponent('股')}`)
    await page.getByText('单个字只在标题中查找').first().waitFor()
    for (const title of await titles(page)) expect(title).toContain('股')
    expectQuiet(page)
    await page.close()
  })

  it('sets out from a shared address before the root is here', async () => {
    const page = await openPage(browser, PHONE)
    server.reset()
    const isAsked = (): boolean => server.requests.some((path) => /^archive\/search\/.*\.bin$/.test(path))
    await page.route('**/archive/root.json', async (route) => {
      await vi.waitFor(() => expect(isAsked()).toBe(true), 20_000)
      await route.continue()
    })
    await page.goto(`${server.url}?q=${encodeURIComponent('茅台')}`)
    await ended(page)
    expect((await titles(page)).length).toBeGreaterThan(2)
    const buckets = server.requests.filter((path) => path.endsWith('.bin'))
    expect(new Set(buckets).size).toBe(buckets.length)
    expectQuiet(page)
    await page.close()
  })

  it('that cannot read its index says so, and goes on when it can', async () => {
    for (const fault of ['drop', 'down', 'cut', 'missing'] as const) {
      const page = await openPage(browser, PHONE)
      server.fail(/archive\/search\//, fault)
      await page.goto(`${server.url}?q=${encodeURIComponent('证券')}`)
      const again = page.getByRole('button', { name: '再试一次' })
      await again.waitFor()
      server.fail(/archive\/search\//)
      await again.click()
      await ended(page)
      expect((await titles(page)).length).toBeGreaterThan(0)
      expectQuiet(page, /Failed to load resource/)
      await page.close()
    }
  })
})
