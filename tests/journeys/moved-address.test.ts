import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildSite, writeSite } from './build-site.ts'
import { expectQuiet, openBrowser, openPage } from './open-browser.ts'
import { type StaticServer, startServer } from './static-server.ts'

let server: StaticServer
let browser: Browser
beforeAll(async () => {
  const site = writeSite({
    '_config.yml': 'title: 试刊\nurl: https://paper.example\ntimezone: Asia/Shanghai\nbaseurl: ""\n',
    '_posts/2022-01-21-a.md': '---\ntitle: 搬了家的文章\nredirect_from: /was/here/\n---\n<p>正文。</p>\n',
    '_posts/2022-01-22-b.md': '---\ntitle: 夜里的文章\ndate: 2022-01-22 20:00:00\n---\n<p>正文。</p>\n',
  })
  server = await startServer((await buildSite(site)).out)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

it.each([
  ['was/here/', '搬了家的文章', '/2022/01/21/a.html'],
  ['2022/01/22/b.html', '夜里的文章', '/2022/01/23/b.html'],
])(
  'a reader with an old link (%s) gets the article, and its own address to share',
  async (old, title, own) => {
    const answer = await fetch(new URL(old, server.url))
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain(`<link rel="canonical" href="https://paper.example${own}">`)
    const page = await openPage(browser)
    await page.goto(new URL(old, server.url).href)
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.waitForURL((url) => url.pathname === own)
    // The old address is replaced, not left behind in the history: back does not lead into it again.
    await page.goBack()
    expect(page.url()).toBe('about:blank')
    expectQuiet(page)
    await page.close()
  },
)
