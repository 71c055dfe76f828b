import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildSite } from './build-site.ts'
import { blockedBy, expectAccessible, expectQuiet, openBrowser, openPage } from './open-browser.ts'
import { type StaticServer, startServer } from './static-server.ts'

const DESK = { viewport: { width: 1440, height: 900 } }
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

let server: StaticServer
let browser: Browser
beforeAll(async () => {
  server = await startServer((await buildSite('content')).out)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const total = (page: Page, text: string) => page.getByText(text, { exact: true }).first().waitFor()

describe('a reader of the sample site', () => {
  it('filters by the calendar with the keyboard alone, and takes it off again', async () => {
    const page = await openPage(browser, DESK)
    await page.goto(server.url)
    const day = page.getByRole('button', { name: /11月19日.*8 条/ })
    await day.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await total(page, '共 9 条')
    expect(new URL(page.url()).search).toBe('?from=2026-11-20&to=2026-11-20')
    await page.getByRole('button', { name: '前一天' }).press('Enter')
    await total(page, '共 8 条')
    expect(new URL(page.url()).search).toBe('?from=2026-11-19&to=2026-11-19')
    await page.getByRole('button', { name: '整月' }).press('Enter')
    await total(page, '共 36 条')
    expect(new URL(page.url()).search).toBe('?from=2026-11&to=2026-11')
    await expectAccessible(page)
    await page.getByRole('button', { name: /去掉筛选/ }).press('Enter')
    await page.waitForURL(server.url)
    await page.goBack()
    await total(page, '共 36 条')
    expectQuiet(page)
    await page.close()
  })

  it('marks a period, and days without articles cannot be chosen', async () => {
    const page = await openPage(browser, DESK)
    await page.goto(server.url)
    await page.getByRole('button', { name: '区间' }).click()
    await page.getByRole('button', { name: /11月17日/ }).click()
    await page.getByRole('button', { name: /11月19日/ }).click()
    await page.waitForURL(/from=2026-11-17&to=2026-11-19/)
    await expect.poll(() => page.getByRole('button', { name: /11月4日.*没有新闻/ }).isDisabled()).toBe(true)
    expectQuiet(page)
    await page.close()
  })

  it('chooses several categories by name and pinyin, with the back button safe', async () => {
    const page = await openPage(browser, DESK)
    await page.goto(server.url)
    const search = page.getByRole('searchbox', { name: '查找分类：名称或拼音' })
    await search.fill('rili')
    await page.getByRole('checkbox', { name: /日历/ }).check()
    await total(page, '共 8 条')
    await search.fill('排版')
    await page.getByRole('checkbox', { name: /排版/ }).check()
    await total(page, '共 14 条')
    expect(new URL(page.url()).search).toBe('?category=rili&category=paiban')
    await page.goBack()
    await total(page, '共 8 条')
    await page.goBack()
    await page.waitForURL(server.url)
    expectQuiet(page)
    await page.close()
  })

  it('reads a category at its page, and goes on within it', async () => {
    const page = await openPage(browser, DESK)
    await page.goto(`${server.url}category/lianjie.html`)
    await page.getByRole('heading', { level: 1, name: '链接' }).waitFor()
    await total(page, '共 5 条')
    const titles = await page.locator('.timeline a').allTextContents()
    await page.locator('.timeline a').first().click()
    await page.getByRole('heading', { level: 1, name: titles[0] ?? '' }).waitFor()
    const next = page.getByRole('navigation', { name: '前后新闻' }).getByRole('link')
    await expect.poll(() => next.count()).toBe(1)
    await next.click()
    await page.getByRole('heading', { level: 1, name: titles[1] ?? '' }).waitFor()
    expect(new URL(page.url()).search).toBe('')
    await expectAccessible(page)
    expectQuiet(page)
    await page.close()
  })

  it('uses the keys: j, k, o, n, u and ?', async () => {
    const page = await openPage(browser, { viewport: { width: 1000, height: 800 } })
    await page.goto(server.url)
    const links = page.locator('.timeline a')
    await links.nth(2).waitFor()
    const second = (await links.nth(1).textContent()) ?? ''
    const third = (await links.nth(2).textContent()) ?? ''
    for (const key of ['j', 'j', 'j', 'k', 'o']) await page.keyboard.press(key)
    await page.getByRole('heading', { level: 1, name: second }).waitFor()
    await page.getByRole('navigation', { name: '前后新闻' }).getByRole('link').nth(1).waitFor()
    await page.keyboard.press('n')
    await page.getByRole('heading', { level: 1, name: third }).waitFor()
    await page.keyboard.press('u')
    await links.nth(1).waitFor()
    expect(new URL(page.url()).pathname).toBe('/')
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expectQuiet(page)
    await page.close()
  })

  it('filters on a phone in a sheet that Escape closes, the focus coming back', async () => {
    const page = await openPage(browser, PHONE)
    await page.goto(server.url)
    const open = page.getByRole('button', { name: /筛选/ }).first()
    await open.click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('button', { name: /11月20日/ }).waitFor()
    await expectAccessible(page)
    await sheet.getByRole('checkbox', { name: /排版/ }).check()
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    expect(await open.evaluate((button) => button === document.activeElement)).toBe(true)
    await total(page, '共 6 条')
    expectQuiet(page)
    await page.close()
  })

  it('chooses theme, language and text size, which stay', async () => {
    const page = await openPage(browser, DESK)
    await page.goto(server.url)
    await page.getByRole('combobox', { name: '外观' }).selectOption('深色')
    await page.getByRole('combobox', { name: '语言' }).selectOption('English')
    await page.getByRole('searchbox', { name: /categor/i }).waitFor()
    await page.reload()
    await page.getByRole('searchbox', { name: /categor/i }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
      'rgb(18, 18, 17)',
    )
    await expectAccessible(page)
    expectQuiet(page)
    await page.close()
  })

  it.each(['light', 'dark'] as const)(
    'is accessible in every theme and asks nobody else (%s)',
    async (colorScheme) => {
      for (const screen of [DESK, PHONE]) {
        const page = await openPage(browser, { ...screen, colorScheme })
        for (const path of ['', 'kanbaobianjibu/2026/11/20/welcome-to-kanbao.html', 'nothing/at/all.html']) {
          await page.goto(server.url + path)
          await page.getByRole('heading', { level: 1 }).first().waitFor()
          await page.waitForTimeout(400)
          await expectAccessible(page)
        }
        expect(blockedBy(page)).toEqual([])
        expectQuiet(page, /status of 404/)
        await page.close()
      }
    },
  )

  it('does not shift while it loads, and stays whole at 320 px with text at 200 %', async () => {
    const page = await openPage(browser, PHONE)
    await page.addInitScript(() => {
      Object.assign(window, { shift: 0 })
      new PerformanceObserver((entries) => {
        for (const entry of entries.getEntries() as (PerformanceEntry & {
          value: number
          hadRecentInput: boolean
        })[])
          if (!entry.hadRecentInput) (window as unknown as { shift: number }).shift += entry.value
      }).observe({ type: 'layout-shift', buffered: true })
    })
    for (const path of ['', 'kanbaobianjibu/2026/11/20/welcome-to-kanbao.html']) {
      await page.goto(server.url + path)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await page.waitForTimeout(800)
      expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBeLessThan(0.01)
    }
    const narrow = await openPage(browser, { viewport: { width: 320, height: 640 } })
    for (const path of ['', 'kanbaobianjibu/2026/11/20/welcome-to-kanbao.html']) {
      await narrow.goto(server.url + path)
      await narrow.getByRole('heading', { level: 1 }).first().waitFor()
      await narrow.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
      await narrow.waitForTimeout(200)
      const overflow = await narrow.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow).toBeLessThanOrEqual(0)
    }
    expectQuiet(page)
    await page.close()
    await narrow.close()
  })
})
