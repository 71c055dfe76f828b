import jsQR from 'jsqr'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildSite, writeSite } from './build-site.ts'
import { blockedBy, expectAccessible, expectQuiet, openBrowser, openPage } from './open-browser.ts'
import { type StaticServer, startServer } from './static-server.ts'

const DESK = { viewport: { width: 1440, height: 600 } }
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] }

/** 45 characters. */
const TITLE = '财政部、税务总局、海关总署：自2022年5月1日对煤炭实施税率为零的进口暂定税率（附清单）'
const FIRST = '为加强能源供应保障，推进高质量发展，国务院关税税则委员会按程序决定，对煤炭实施零税率。'
const same = (number: number) =>
  `第${number}段：市场监管总局今天表示，将持续关注重点领域的价格走势，依法查处各类违法行为。`

const post = (title: string, body: string, date = 'date: 2022-04-28 09:30:00 +0800') =>
  `---\ntitle: ${JSON.stringify(title)}\n${date}\nexcerpt: ""\n---\n${body}\n`
const POSTS = {
  'long-title': post(TITLE, [FIRST, ...Array.from({ length: 40 }, (_, at) => same(at + 1))].join('\n\n')),
  'long-digest': post('央行：降准0.25个百分点', `${FIRST}（新华社）`.padStart(400, FIRST)),
  bare: post('短', ''),
}

let server: StaticServer
let bound: StaticServer
let browser: Browser
beforeAll(async () => {
  const posts = Object.entries(POSTS).map(([name, text]) => [`_posts/2022-04-28-${name}.md`, text] as const)
  const config = 'title: 金融消息\ntimezone: Asia/Shanghai\n'
  const files = { '_config.yml': config, ...Object.fromEntries(posts) }
  server = await startServer((await buildSite(writeSite(files))).out)
  const elsewhere = `${config}url: https://news.example\nbaseurl: /news\nkanbao:\n  share: [mail]\n`
  bound = await startServer(
    (await buildSite(writeSite({ ...files, '_config.yml': elsewhere }))).out,
    '/news/',
  )
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await bound?.stop()
})

const ADDRESS = '2022/04/28/long-title.html'

/** Opens an article, and its panel with the keyboard. */
const openPanel = async (options: BrowserContextOptions, path = ADDRESS, at = server) => {
  const page = await openPage(browser, { ...options, ...CLIPBOARD })
  await page.goto(at.url + path)
  const button = page.getByRole('button', { name: '分享' })
  await button.press('Enter')
  const panel = page.getByRole('dialog', { name: '分享' })
  await panel.waitFor()
  return { page, button, panel }
}

const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText())
const told = (page: Page, text: string) =>
  expect.poll(() => page.getByRole('dialog').getByRole('status').textContent()).toBe(text)

/** What a phone's camera makes of a picture: the pixels are the browser's, the program that reads them is another's. */
const scan = async (png: Buffer): Promise<string | undefined> => {
  const page = await openPage(browser)
  const { width, height, red } = await page.evaluate(async (data) => {
    const picture = new Image()
    picture.src = `data:image/png;base64,${data}`
    await picture.decode()
    const { width, height } = picture
    const context = new OffscreenCanvas(width, height).getContext('2d')
    context?.drawImage(picture, 0, 0)
    const pixels = context?.getImageData(0, 0, width, height).data
    // One colour of three, as text: numbers by the million take a minute to hand over.
    let red = ''
    for (let at = 0; at < width * height; at++) red += String.fromCharCode(pixels?.[at * 4] ?? 0)
    return { width, height, red: btoa(red) }
  }, png.toString('base64'))
  await page.close()
  const levels = Buffer.from(red, 'base64')
  const pixels = new Uint8ClampedArray(levels.length * 4)
  for (const [at, level] of levels.entries()) pixels.fill(level, at * 4, at * 4 + 4)
  return jsQR(pixels, width, height, { inversionAttempts: 'dontInvert' })?.data
}

/** Presses for the poster, and takes the PNG that its picture shows. */
const posterOf = async (panel: Locator): Promise<{ png: Buffer; width: number; height: number }> => {
  await panel.getByRole('button', { name: '生成海报' }).press('Enter')
  const picture = panel.getByRole('img', { name: /^海报：/ })
  await picture.waitFor()
  const [head = '', data = ''] = (await picture.getAttribute('src'))?.split(',') ?? []
  expect(head).toBe('data:image/png;base64')
  const png = Buffer.from(data, 'base64')
  // The size stands behind the signature and the head of the first chunk.
  return { png, width: png.readUInt32BE(16), height: png.readUInt32BE(20) }
}

describe('the share panel', () => {
  it('opens with the keyboard, keeps the focus, says what it copied, and gives the focus back', async () => {
    const { page, button, panel } = await openPanel(DESK)
    const isInside = () =>
      panel.evaluate((dialog) => dialog.contains(document.activeElement) && dialog.matches(':modal'))
    expect(await isInside()).toBe(true)
    await expectAccessible(page)
    await panel.getByRole('button', { name: '复制链接' }).press('Enter')
    await told(page, '链接已复制')
    expect(await copied(page)).toBe(server.url + ADDRESS)
    await panel.getByRole('button', { name: '复制标题和链接' }).press('Enter')
    await told(page, '标题和链接已复制')
    expect((await copied(page)).replace('\r', '')).toBe(`${TITLE}\n${server.url}${ADDRESS}`)
    expect(await isInside()).toBe(true)
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(new URL(page.url()).pathname).toBe(`/${ADDRESS}`)
    expect(blockedBy(page)).toEqual([])
    expectQuiet(page)
    await page.close()
  })

  it('hands title and bare address to the system, without this reader’s filter and without a text', async () => {
    const page = await openPage(browser, PHONE)
    await page.addInitScript(() => {
      // Headless browsers have no share sheet: this one notes what it is given.
      Object.assign(navigator, { share: async (data: unknown) => Object.assign(window, { shared: data }) })
    })
    await page.goto(`${server.url}${ADDRESS}?category=x#y`)
    await page.getByRole('button', { name: '分享' }).tap()
    await page.getByRole('button', { name: '用系统分享' }).tap()
    await told(page, '已分享')
    const shared = await page.evaluate(() => (window as unknown as { shared: unknown }).shared)
    expect(shared).toEqual({ title: TITLE, url: server.url + ADDRESS })
    await expectAccessible(page)
    expectQuiet(page)
    await page.close()
  })

  it('shares the address that the site has, and on the places it wants', async () => {
    const { page, panel } = await openPanel(DESK, ADDRESS, bound)
    await panel.getByRole('button', { name: '复制链接' }).click()
    await told(page, '链接已复制')
    expect(await copied(page)).toBe(`https://news.example/news/${ADDRESS}`)
    const links = panel.getByRole('navigation', { name: '分享到' }).getByRole('link')
    expect(await links.allTextContents()).toEqual(['邮件'])
    expectQuiet(page)
    await page.close()
  })

  it('costs a reader who does not share nothing', async () => {
    const page = await openPage(browser, PHONE)
    server.reset()
    await page.goto(server.url + ADDRESS)
    await page.getByRole('button', { name: '分享' }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(server.requests.filter((path) => /share|passage/.test(path))).toEqual([])
    await page.getByRole('button', { name: '分享' }).tap()
    await page.getByRole('dialog').waitFor()
    expect(server.requests.filter((path) => /share|passage/.test(path)).length).toBeGreaterThan(0)
    expectQuiet(page)
    await page.close()
  })

  it.each(['light', 'dark'] as const)('has a code that a phone reads (%s)', async (colorScheme) => {
    const { page, panel } = await openPanel({ ...DESK, colorScheme })
    const code = await panel.getByRole('img', { name: /^二维码/ }).screenshot()
    expect(await scan(code)).toBe(server.url + ADDRESS)
    await expectAccessible(page)
    expectQuiet(page)
    await page.close()
  })

  it('stays whole at 320 px with text at 200 %', async () => {
    const { page, panel } = await openPanel({ viewport: { width: 320, height: 640 } })
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
    await posterOf(panel)
    const overflow = await panel.evaluate((dialog) =>
      Math.max(
        ...[...dialog.querySelectorAll('*')].map((part) => part.getBoundingClientRect().right - innerWidth),
      ),
    )
    expect(overflow).toBeLessThanOrEqual(0)
    expectQuiet(page)
    await page.close()
  })
})

describe('a link to a passage', () => {
  /** Selects in the paragraphs of the article, copies the link, and gives back the words that were selected. */
  const linkTo = async (first: number, from: number, last: number, to: number) => {
    const page = await openPage(browser, { ...DESK, ...CLIPBOARD })
    await page.goto(server.url + ADDRESS)
    await page.locator('.body').waitFor()
    await page.locator('.timeline a').first().waitFor()
    const words = await page.evaluate(
      ([first, from, last, to]) => {
        const text = (at = 0) => document.querySelectorAll('.body p')[at]?.firstChild as Text
        getSelection()?.setBaseAndExtent(text(first), from ?? 0, text(last), to ?? 0)
        return String(getSelection())
      },
      [first, from, last, to],
    )
    await page.getByRole('button', { name: '分享' }).click()
    const row = page.getByRole('button', { name: '复制所选段落的链接' })
    await row.waitFor()
    const focused = page.getByRole('dialog').locator(':focus')
    expect(await focused.count()).toBe(1)
    await row.press('Enter')
    await told(page, '段落链接已复制')
    const link = await copied(page)
    await page.keyboard.press('Escape')
    expectQuiet(page)
    await page.close()
    return { link, words }
  }

  /** Opens a link as a message would; tells whether the start of the passage is in view. */
  const isSeen = async (link: string, paragraph: number, from: number, screen: object, wait: number) => {
    const page = await openPage(browser, screen)
    await page.route(/\/archive\//, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, wait))
      await route.continue()
    })
    await page.goto(link)
    await page.locator('.body').waitFor()
    const top = () =>
      page.evaluate(
        ([paragraph, from]) => {
          const range = document.createRange()
          const text = document.querySelectorAll('.body p')[paragraph ?? 0]?.firstChild as Text
          range.setStart(text, from ?? 0)
          range.setEnd(text, (from ?? 0) + 1)
          return range.getBoundingClientRect().top / innerHeight
        },
        [paragraph, from],
      )
    await expect.poll(top, { timeout: 10_000 }).toBeLessThan(0.9)
    expect(await top()).toBeGreaterThan(0.05)
    expectQuiet(page)
    await page.close()
  }

  it.each([
    ['one of forty equal sentences', [30, 5, 30, 22]],
    ['one that begins and ends within a word', [33, 6, 33, 9]],
    ['one that the list repeats', [0, 3, 0, 8]],
    ['one over three paragraphs', [35, 4, 37, 9]],
    ['the last words', [40, 30, 40, 40]],
  ] as const)('leads to %s, however late the article comes', async (_, [first, from, last, to]) => {
    const { link } = await linkTo(first, from, last, to)
    expect(link).toMatch(/\.html#:~:text=\S+$/)
    await isSeen(link, first, from, DESK, 0)
    // Browsers give up half a second after the page is there.
    await isSeen(link, first, from, { viewport: { width: 390, height: 600 } }, 700)
  })
})

describe('the poster', () => {
  it.each([
    ['of a title of 45 characters', 'long-title', PHONE],
    ['with a long digest', 'long-digest', { ...DESK, colorScheme: 'dark' as const }],
    ['of an article with nothing but a title', 'bare', { ...PHONE, deviceScaleFactor: 3 }],
  ])('%s is a picture whose code a phone reads', async (_, name, screen) => {
    const path = `2022/04/28/${name}.html`
    const { page, panel } = await openPanel(screen, path)
    const { png, width, height } = await posterOf(panel)
    expect(width).toBe(1080)
    expect(height).toBeGreaterThanOrEqual(1440)
    expect(height).toBeLessThan(2200)
    await told(page, '海报已生成')
    const save = panel.getByRole('link', { name: '下载海报' })
    expect(await save.evaluate((link) => link === document.activeElement)).toBe(true)
    const download = page.waitForEvent('download')
    await page.keyboard.press('Enter')
    expect((await download).suggestedFilename()).toBe(`${name}.png`)
    expect(await scan(png)).toBe(server.url + path)
    await expectAccessible(page)
    expectQuiet(page)
    await page.close()
  })

  it('is shared as a file where the system takes one', async () => {
    const page = await openPage(browser, PHONE)
    await page.addInitScript(() => {
      const share = async ({ files = [] }: ShareData) => {
        const [file] = files
        Object.assign(window, { shared: [files.length, file?.name, file?.type, (file?.size ?? 0) > 10_000] })
      }
      Object.assign(navigator, { share, canShare: ({ files }: ShareData) => files?.length === 1 })
    })
    await page.goto(server.url + ADDRESS)
    await page.getByRole('button', { name: '分享' }).tap()
    await posterOf(page.getByRole('dialog'))
    await page.getByRole('button', { name: '分享海报' }).tap()
    await told(page, '已分享')
    const shared = await page.evaluate(() => (window as unknown as { shared: unknown }).shared)
    expect(shared).toEqual([1, 'long-title.png', 'image/png', true])
    expectQuiet(page)
    await page.close()
  })
})
