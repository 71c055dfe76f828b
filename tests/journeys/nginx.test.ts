import { existsSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CONTENT_SECURITY_POLICY } from '../../src/publisher/vite-plugin.ts'
import { fill } from '../publisher/site-folder.ts'
import { buildSite, newFolder, writeSite } from './build-site.ts'
import { expectQuiet, openBrowser, openPage, openPageIn } from './open-browser.ts'
import { BROTLI_MODULE, findProgram, startCaddy, startNginx, type WebServer } from './web-server.ts'

const CONFIG = `title: 试刊
url: https://paper.example
timezone: Asia/Shanghai
kanbao:
  pages: newest 5
  precompress: true
  former_permalinks: [/old/:title.html]
`
const DAYS = 4
const A_DAY = 60

const titleOf = (day: number, number: number, round = '初'): string => `${round}版第${day}日第${number}篇`

/** Posts of a day, all of which a later round changes. */
const postsOf = (day: number, round?: string): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: A_DAY }, (_, number): [string, string] => [
      `_posts/2022-03-0${day}-d${day}n${number}.md`,
      `---\ntitle: ${titleOf(day, number, round)}\ndate: 2022-03-0${day} ${String(8 + Math.floor(number / 6)).padStart(2, '0')}:${number % 6}0:00 +0800\ncategories: caijing\n---\n<p>${`${titleOf(day, number, round)}的正文，说的是降准。`.repeat(20)}</p>\n`,
    ]),
  )

const SITE = {
  '_config.yml': CONFIG,
  ...Object.assign({}, ...Array.from({ length: DAYS }, (_, day) => postsOf(day + 1))),
  '数据/价格 表.json': `{"价格":[${'1,'.repeat(900)}1]}`,
  'feed.xml': `<feed>${'<entry/>'.repeat(300)}</feed>`,
  'feed/caijing.json': '{}',
  'a.bin': 'bin',
}

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

/** What a server answers, as it comes over the wire. */
const ask = (
  url: string,
  path: string,
  encoding = 'gzip, deflate, br, zstd',
  since?: string,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': encoding, ...(since && { 'if-modified-since': since }) }
    request(new URL(path, url), { headers }, (response) => {
      response
        .resume()
        .on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers }))
    })
      .on('error', reject)
      .end()
  })

const IMMUTABLE = 'public, max-age=31536000, immutable'
const nginx = findProgram('nginx')
const caddy = findProgram('caddy')

/** What every web server does with the configuration that we ship for it. */
const servesWell = (start: (out: string, work: string) => Promise<WebServer>, best: 'br' | 'gzip') => {
  let site: string
  let out: string
  let server: WebServer
  let browser: Browser
  beforeAll(async () => {
    site = writeSite(SITE)
    out = (await buildSite(site)).out
    server = await start(out, join(newFolder(), 'server'))
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  /** Files of each kind that a site has. */
  const filesOfApp = async (): Promise<string[]> => {
    const home = await (await fetch(server.url)).text()
    return [...home.matchAll(/(?:src|href)="\/(app\/[^"]+)"/g)].map(([, path = '']) => path)
  }
  const aShard = async (): Promise<string> => {
    const root = (await (await fetch(`${server.url}archive/root.json`)).json()) as { years: string }
    return `archive/years/${root.years[0]}/${root.years.slice(1)}.json`
  }

  it('sends each file as what it is, compressed if that is less', async () => {
    const [script = ''] = (await filesOfApp()).filter((path) => path.endsWith('.js'))
    const answers: readonly [path: string, type: RegExp, encoding: string | undefined][] = [
      ['', /^text\/html; charset=utf-8$/, best],
      ['index.html', /^text\/html; charset=utf-8$/, best],
      [script, /^(application|text)\/javascript/, best],
      ['archive/root.json', /^application\/json$/, best],
      ['a.bin', /^application\/octet-stream$/, undefined],
      ['feed.xml', /^application\/atom\+xml/, best],
      ['feed/caijing.json', /^application\/feed\+json/, undefined],
      ['manifest.webmanifest', /^application\/manifest\+json/, undefined],
      [encodeURI('数据/价格 表.json'), /^application\/json/, best],
      ['category/caijing.html', /^text\/html/, best],
      ['category/caijing', /^text\/html/, best],
    ]
    for (const [path, type, encoding] of answers) {
      const { status, headers } = await ask(server.url, path)
      expect([path, status, headers['content-encoding']]).toEqual([path, 200, encoding])
      expect([path, headers['content-type']]).toEqual([path, expect.stringMatching(type)])
      if (encoding) expect([path, headers.vary]).toEqual([path, expect.stringMatching(/accept-encoding/i)])
      expect((await ask(server.url, path, 'identity')).headers['content-encoding']).toBeUndefined()
      if (encoding) expect((await ask(server.url, path, 'gzip')).headers['content-encoding']).toBe('gzip')
    }
  })

  it('says what may be kept for ever, what must be asked for again, and that it has not changed', async () => {
    for (const path of [...(await filesOfApp()), await aShard()])
      expect([path, (await ask(server.url, path)).headers['cache-control']]).toEqual([path, IMMUTABLE])
    for (const path of [
      '',
      '2022/03/04/none.html',
      'archive/root.json',
      'archive/years/a/none.json',
      'app/none.js',
    ])
      expect([path, (await ask(server.url, path)).headers['cache-control']]).toEqual([path, 'no-cache'])
    const { headers } = await ask(server.url, '')
    expect((await ask(server.url, '', 'gzip, br', String(headers['last-modified']))).status).toBe(304)
  })

  it('enforces the very policy that pages are made for, and lets nobody frame them', async () => {
    for (const path of ['', 'none.html', (await filesOfApp()).find((each) => each.endsWith('.js')) ?? '']) {
      const { headers } = await ask(server.url, path)
      expect(headers['content-security-policy']).toBe(`${CONTENT_SECURITY_POLICY}; frame-ancestors 'self'`)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin')
    }
  })

  it('keeps what belongs to git to itself', async () => {
    fill(out, { '.git/HEAD': 'ref', '.well-known/a.txt': 'known' })
    expect((await ask(server.url, '.git/HEAD')).status).toBe(404)
    expect((await ask(server.url, '.well-known/a.txt')).status).toBe(200)
  })

  /** Opens an address and waits for an article's title. */
  const openArticle = async (path: string, title: string): Promise<Page> => {
    const page = await openPage(browser)
    const answer = await page.goto(new URL(path, server.url).href)
    expect([path, answer?.status()]).toEqual([path, 404])
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    return page
  }

  it('opens an article that has no page of its own, at its address and at a former one', async () => {
    const own = '/caijing/2022/03/01/d1n7.html'
    expect(existsSync(join(out, own))).toBe(false)
    for (const path of [own, own.replace('.html', ''), '/old/d1n7.html']) {
      const page = await openArticle(path, titleOf(1, 7))
      await page.waitForURL((url) => url.pathname === own || url.pathname === path)
      expect(await page.locator('body').innerText()).not.toMatch(/404|not found|nginx|caddy/i)
      // The browser itself reports the status.
      expectQuiet(page, /status of 404 \(Not Found\)/)
      await page.close()
    }
  })

  it('searches, with the policy on the program that does it', async () => {
    const page = await openPage(browser)
    await page.goto(`${server.url}?q=${encodeURIComponent('第3日第41篇')}`)
    await page.getByRole('link', { name: titleOf(3, 41) }).waitFor()
    expectQuiet(page)
    await page.close()
  })

  it('a push that changes all of the day loses nobody who reads', async () => {
    const page = await openPage(browser, { viewport: { width: 390, height: 800 } })
    await page.goto(server.url)
    await page.getByRole('link', { name: titleOf(4, 59) }).waitFor()
    fill(site, { ...postsOf(4, '改'), ...postsOf(5, '新') })
    await buildSite(site, out)
    // Behind what the root names itself: pages and days of the edition that is gone.
    const wanted = page.getByRole('link', { name: titleOf(4, 3) })
    await expect
      .poll(
        async () => {
          // Less than a screen: a row that is passed by is not in the page any more.
          await page.mouse.wheel(0, 400)
          await page.waitForTimeout(50)
          return wanted.count()
        },
        { timeout: 30_000 },
      )
      .toBeGreaterThan(0)
    // By the keyboard: rows that come meanwhile do not move what is focused.
    await wanted.press('Enter')
    await page.getByRole('heading', { level: 1, name: titleOf(4, 3) }).waitFor()
    await page.goBack()
    await wanted.waitFor()
    expectQuiet(page)
    // Whoever comes now gets the new edition, with whatever the browser has kept of the old one.
    const other = await openPageIn(page.context())
    await other.goto(server.url)
    await other.getByRole('link', { name: titleOf(5, 59, '新') }).waitFor()
    expectQuiet(other)
    await page.close()
  })
}

describe.skipIf(!nginx)('nginx with the configuration that we ship (apt-get install nginx)', () => {
  servesWell((out, work) => startNginx({ nginx: nginx ?? '', out, work }), 'gzip')
})

describe.skipIf(!nginx || !existsSync(BROTLI_MODULE))(
  'nginx with Brotli (libnginx-mod-http-brotli-static)',
  () => {
    servesWell((out, work) => startNginx({ nginx: nginx ?? '', out, work, brotli: true }), 'br')
  },
)

describe.skipIf(!caddy)('Caddy with the configuration that we ship (apt-get install caddy)', () => {
  servesWell((out, work) => startCaddy(caddy ?? '', out, work), 'br')
})
