import { existsSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildSite, FINEWS } from './build-site.ts'
import { expectAccessible, expectQuiet, openBrowser, openPage } from './open-browser.ts'
import { type StaticServer, startServer } from './static-server.ts'

const DESK = { viewport: { width: 1440, height: 900 } }
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

describe.skipIf(!existsSync(FINEWS))('the real archive (../shared/archives/finews)', () => {
  let server: StaticServer
  let browser: Browser
  beforeAll(async () => {
    server = await startServer((await buildSite(FINEWS)).out)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  /** Scrolls until the headline is in the page, as a reader looking for it does. */
  const scrollTo = async (page: Page, title: string) => {
    const headline = page.getByRole('link', { name: title })
    for (let step = 0; step < 40 && (await headline.count()) === 0; step++) {
      await page.mouse.wheel(0, 500)
      await page.waitForTimeout(60)
    }
    return headline.first()
  }

  it.each([
    ['on a desk', DESK],
    ['on a phone', PHONE],
  ])('lists 南昌激荡工业高质量发展春潮 under its day, %s', async (_, screen) => {
    const page = await openPage(browser, { viewport: screen.viewport })
    await page.goto(server.url)
    await page.getByRole('link', { name: '龙虎榜' }).waitFor()
    await page.mouse.move(screen.viewport.width / 2, 400)
    const headline = await scrollTo(page, '南昌激荡工业高质量发展春潮')
    const days = await headline.evaluate((link) => {
      const above = [...document.querySelectorAll('h2 time')].filter(
        (time) => time.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING,
      )
      return above.map((time) => time.getAttribute('datetime'))
    })
    expect(days.at(-1)).toBe('2022-04-10')
    await expectAccessible(page)
    expectQuiet(page)
    await page.close()
  })

  it('narrows to one article, opens it, shares its address, and comes back to the same place', async () => {
    const page = await openPage(browser, { viewport: { width: 900, height: 700 } })
    await page.goto(`${server.url}?from=2022-01&to=2022-01`)
    await page.getByText('共 4 条', { exact: true }).waitFor()
    await page.getByRole('searchbox', { name: '查找分类：名称或拼音' }).fill('nanchang')
    await page.getByRole('checkbox', { name: /南昌日报/ }).check()
    await page.getByText('共 1 条', { exact: true }).waitFor()
    expect(new URL(page.url()).search).toBe('?category=nanchangribao&from=2022-01&to=2022-01')
    await page.getByRole('link', { name: /小蓝经开区/ }).click()
    await page.getByText('热电联产项目').first().waitFor()
    const address = page.url()
    expect(new URL(address).pathname).toBe('/nanchangribao/2022/01/10/NW202201102241149770.html')
    await expectAccessible(page)
    expectQuiet(page)

    const elsewhere = await openPage(browser, PHONE)
    await elsewhere.goto(address)
    await elsewhere.getByText('热电联产项目').first().waitFor()
    await expectAccessible(elsewhere)
    expectQuiet(elsewhere)
    await elsewhere.close()
    await page.close()
  })

  it.each([
    ['on a phone, where the article takes the list’s place', 390],
    ['on a desk, where the list stays beside it', 1440],
  ])('keeps the place in the list, %s', async (_, width) => {
    const page = await openPage(browser, { viewport: { width, height: 700 } })
    await page.goto(server.url)
    await page.getByRole('link', { name: '龙虎榜' }).waitFor()
    await page.mouse.move(width / 2, 400)
    const headline = await scrollTo(page, '离岸人民币')
    await headline.scrollIntoViewIfNeeded()
    await page.waitForTimeout(300)
    const placeOf = () =>
      headline.evaluate((link) => ({ top: link.getBoundingClientRect().top, scroll: window.scrollY }))
    const before = await placeOf()
    expect(before.scroll).toBeGreaterThan(1000)
    await headline.click()
    await page.getByRole('heading', { level: 1, name: /离岸人民币/ }).waitFor()
    await page.goBack()
    await headline.waitFor()
    await expect.poll(placeOf).toEqual(before)
    await page.reload()
    await headline.waitFor()
    await expect.poll(placeOf).toEqual(before)
    expectQuiet(page)
    await page.close()
  })

  it('opens every article at its permalink from the plain file server', async () => {
    const page = await openPage(browser, PHONE)
    const addresses = [
      'emnews/2021/12/08/202112082207139110.html',
      '21shijijingjibaodao/2022/01/24/NW202201242259229980.html',
      'sitenews/2021/12/01/init.html',
    ]
    for (const address of addresses) {
      const answer = await page.goto(server.url + address)
      expect(answer?.status()).toBe(200)
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(await page.title()).toMatch(/ - 金融消息$/)
    }
    expectQuiet(page)
    await page.close()
  })
})
