import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildSite } from './build-site.ts'
import { expectAccessible, expectQuiet, openBrowser, openPage } from './open-browser.ts'
import { type StaticServer, startServer } from './static-server.ts'

const ARTICLE = 'kanbaobianjibu/2026/11/20/welcome-to-kanbao.html'
/** What the browser itself says of an answer that is none. */
const NETWORK = /Failed to load resource/

let out: string
let server: StaticServer
let browser: Browser
beforeAll(async () => {
  out = (await buildSite('content')).out
  server = await startServer(out)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Opens the article from the list: at its own address it stands in the page, and is not asked for. */
const openFromList = async (page: Page): Promise<void> => {
  await page.goto(server.url)
  await page.getByText(/^共 \d+ 条$/).waitFor()
  await page.getByRole('link', { name: /欢迎来到看报/ }).click()
}

describe('when something is wrong', () => {
  it('says that an address has no article, and leads to the newest', async () => {
    const page = await openPage(browser)
    await page.goto(`${server.url}kanbaobianjibu/2020/01/01/never.html`)
    await page.getByRole('heading', { name: '没有这篇新闻' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: '看最新的新闻' }).click()
    await page.getByRole('link', { name: /欢迎来到看报/ }).waitFor()
    expectQuiet(page, NETWORK)
    await page.close()
  })

  it('says that nothing matches, and takes the filters off', async () => {
    const page = await openPage(browser)
    await page.goto(`${server.url}?category=rili&from=1999-01&to=1999-02`)
    await page.getByRole('heading', { name: '没有符合的新闻' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: '清除全部筛选' }).click()
    await page.getByRole('link', { name: /欢迎来到看报/ }).waitFor()
    expectQuiet(page)
    await page.close()
  })

  it.each([
    ['the root', /root\.json/, ''],
    ['an article', /bodies/, ARTICLE],
    ['a list', /archive\/(tally|month)/, '?category=rili'],
  ])('says that there is no network for %s, and reads on when there is', async (_, paths, address) => {
    const page = await openPage(browser)
    server.fail(paths, 'drop')
    if (address === ARTICLE) await openFromList(page)
    else await page.goto(server.url + address)
    await page.getByRole('heading', { name: '连不上网络' }).first().waitFor()
    await expectAccessible(page)
    server.fail(paths)
    await page.getByRole('button', { name: '再试一次' }).first().click()
    await page.getByRole('heading', { name: '连不上网络' }).waitFor({ state: 'detached' })
    // Below a printed list the notice stands at its end, and the newest are no longer in the page there.
    await page.locator('.day-pin, .body').first().waitFor({ state: 'attached' })
    const newest = page.getByText(address === '' || address === ARTICLE ? /欢迎来到看报/ : /小雪/).first()
    // The list may still be on its way to its place.
    await expect
      .poll(
        async () => {
          await page.evaluate(() => scrollTo(0, 0))
          await page.waitForTimeout(300)
          return newest.isVisible()
        },
        { timeout: 20_000 },
      )
      .toBe(true)
    expectQuiet(page, NETWORK)
    await page.close()
  })

  it.each(['cut', 'other', 'missing'] as const)(
    'names a damaged file (%s), and tries again',
    async (fault) => {
      const page = await openPage(browser)
      server.fail(/bodies/, fault)
      await openFromList(page)
      await page.getByRole('heading', { name: '有一个文件读不了' }).waitFor()
      await page.getByText(/archive\/bodies\//).waitFor()
      server.fail(/bodies/)
      await page.getByRole('button', { name: '再试一次' }).click()
      await page.getByRole('heading', { level: 1, name: /欢迎来到看报/ }).waitFor()
      expectQuiet(page, NETWORK)
      await page.close()
    },
  )

  it('shows the shape of what comes when it takes long', async () => {
    const page = await openPage(browser)
    await page.route(/bodies/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500))
      await route.continue()
    })
    await openFromList(page)
    await page.locator('.story-skeleton').waitFor()
    await page.getByRole('heading', { level: 1, name: /欢迎来到看报/ }).waitFor()
    expect(await page.locator('.story-skeleton').count()).toBe(0)
    expectQuiet(page)
    await page.close()
  })

  it('shows an article at its own address though nothing of the archive can be read', async () => {
    const page = await openPage(browser, { viewport: { width: 390, height: 844 } })
    server.fail(/^archive\//, 'drop')
    await page.goto(server.url + ARTICLE)
    await page.getByRole('button', { name: '分享' }).waitFor()
    await page.waitForTimeout(500)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('欢迎来到看报')
    expect((await page.locator('.body').innerText()).length).toBeGreaterThan(100)
    await expectAccessible(page)
    // Back in the list, what is missing is asked for again, and with it comes what needs the root.
    await page.getByRole('button', { name: '返回列表' }).click()
    await page.getByRole('heading', { name: '连不上网络' }).waitFor()
    server.fail(/^archive\//)
    await page.getByRole('button', { name: '再试一次' }).click()
    await page.getByRole('link', { name: /欢迎来到看报/ }).waitFor()
    await page.getByRole('button', { name: '搜索新闻' }).waitFor()
    expectQuiet(page, NETWORK)
    await page.close()
  })

  it('refuses a newer format by name', async () => {
    const root = join(out, 'archive/root.json')
    const whole = readFileSync(root, 'utf8')
    writeFileSync(root, whole.replace('"format":1', '"format":99'))
    const page = await openPage(browser)
    await page.goto(server.url)
    await page.getByRole('heading', { name: '站点已经更新' }).waitFor()
    writeFileSync(root, whole)
    await page.getByRole('button', { name: '重新载入' }).click()
    await page.getByRole('link', { name: /欢迎来到看报/ }).waitFor()
    expectQuiet(page)
    await page.close()
  })
})

describe('two publishes of the same site', () => {
  it('give byte-identical folders', async () => {
    const again = (await buildSite('content')).out
    const listOf = (folder: string) =>
      readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
        .sort()
    expect(listOf(again)).toEqual(listOf(out))
    const different = listOf(out).filter(
      (path) => !readFileSync(out + path).equals(readFileSync(again + path)),
    )
    expect(different).toEqual([])
  })
})
