import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DefaultTreeAdapterMap, parse } from 'parse5'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BodyPack } from '../../src/archive/body-pack.ts'
import { buildSite, writeSite } from './build-site.ts'
import { holdScripts } from './hold-scripts.ts'
import { openBrowser, openPage } from './open-browser.ts'
import { type StaticServer, startServer } from './static-server.ts'

/** Each would call `pwned` if it ran, were it to reach a page that lets it. */
const ATTACKS: Readonly<Record<string, string>> = {
  script: '<p>a</p><script>pwned()</script>',
  handler: '<p>a</p><img src="x" onerror="pwned()"><p onclick="pwned()" onmouseover=pwned()>b</p>',
  address: '<p><a href="javascript:pwned()">a</a> <a href=" java\tscript:pwned()">b</a></p>',
  frame:
    '<p>a</p><iframe srcdoc="<script>parent.pwned()</script>"></iframe><iframe src="javascript:parent.pwned()"></iframe>',
  drawing:
    '<p>a</p><svg onload="pwned()"><script>pwned()</script><a href="javascript:pwned()"><text>x</text></a></svg>',
  mutation:
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=pwned()&gt;">',
  nested:
    '<form id="f"><div></form><form><math><mtext></form><form><mglyph><style></math><img src onerror=pwned()>',
  clobber: '<p>a</p><img name="getElementById"><form name="body"><input name="attributes"></form>',
  meta: '<p>a</p><meta http-equiv="refresh" content="0;url=javascript:pwned()"><base href="//elsewhere.example/">',
  names:
    '<h2 id="getElementById">a</h2><ol><li id="s-fn:1">b</li></ol><a id="s-location" name="body" href="#x">c</a><sup id="cookie">d</sup>',
  classes:
    '<pre><code><span class="hljs-keyword thumb-bar frame" onclick="pwned()">a</span></code></pre><p class="thumb-bar">b</p>',
  markdown:
    '前[^"onclick=pwned()]\n\n[^"onclick=pwned()]: <b onclick=pwned() onmouseover=pwned()>x</b>\n\n## 题 {#x"onclick="pwned()}\n\n```js"onclick="pwned()\n<script>pwned()</script>\n```\n\n* 目\n{:toc}\n\n## <b onclick=pwned() onmouseover=pwned()>x</b>\n\n词\n: <svg onload=pwned()>',
  liquid:
    '{% raw %}<b onclick=pwned() onmouseover=pwned()>x</b>{% endraw %}\n\n[a]({{ "javascript:pwned()" }}) [b](java{% raw %}{% endraw %}script:pwned())\n\n{% highlight "><script>pwned()</script> %}<script>pwned()</script>{% endhighlight %}',
  object: '<p>a</p><object data="javascript:pwned()"></object><embed src="javascript:pwned()">',
}
const TITLE = `<img src=x onerror="pwned()"><script>pwned()</script>&lt;b&gt;`

const NAMES = [...Object.keys(ATTACKS), 'title']
const pathOf = (name: string): string => `shiyan/2022/01/21/${name}.html`
const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>/

const post = (title: string, slug: string, body: string) => ({
  [`_posts/2022-01-21-${slug}.md`]: `---\ntitle: ${JSON.stringify(title)}\ndate: 2022-01-21 09:00:00 +0800\ncategories: shiyan\n---\n${body}\n`,
})

describe('posts that attack their readers', () => {
  let browser: Browser
  let out: string
  let server: StaticServer
  beforeAll(async () => {
    const posts = Object.entries(ATTACKS).map(([name, body]) => post(name, name, body))
    const site = writeSite(
      Object.assign({ '_config.yml': 'timezone: Asia/Shanghai\n' }, ...posts, post(TITLE, 'title', '文')),
    )
    out = (await buildSite(site)).out
    server = await startServer(out)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  /** Counts what ran on a page, whatever it was. */
  const watched = async (): Promise<{ page: Page; ran: () => number }> => {
    const page = await openPage(browser)
    let ran = 0
    await page.exposeFunction('pwned', () => ran++)
    return { page, ran: () => ran }
  }

  /** All at once: a picture that fails gives way to its name while one is still pressing. */
  const pressAll = (page: Page, selector: string): Promise<void> =>
    page.locator(selector).evaluateAll((parts) => {
      for (const part of parts)
        part.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
    })

  /** Opens every article and presses what could be pressed. */
  const readEverything = async (page: Page): Promise<void> => {
    for (const name of NAMES) {
      await page.goto(server.url + pathOf(name))
      await page.getByRole('heading', { level: 1 }).waitFor()
      await pressAll(page, '.body a[href], .body p, .body img')
      await page.waitForTimeout(50)
      expect(page.url()).toContain(`/${name}.html`)
      expect(await page.evaluate(() => typeof document.getElementById)).toBe('function')
    }
  }

  const changeFiles = (pattern: RegExp, change: (text: string) => string): void => {
    const paths = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) => pattern.test(path))
    expect(paths).not.toEqual([])
    for (const path of paths) writeFileSync(join(out, path), change(readFileSync(join(out, path), 'utf8')))
  }

  it('do nothing with every layer on, and show a title full of markup as text', async () => {
    const { page, ran } = await watched()
    await page.goto(server.url)
    await page.getByRole('link', { name: '<img src=x onerror="pwned()">' }).waitFor()
    await readEverything(page)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(TITLE)
    expect(ran()).toBe(0)
    await page.close()
  })

  it('are printed with nothing that could run: no handler, no style, no address of a script', () => {
    type Node = DefaultTreeAdapterMap['node']
    const elementsIn = (node: Node): DefaultTreeAdapterMap['element'][] => [
      ...('tagName' in node ? [node] : []),
      ...('childNodes' in node ? node.childNodes.flatMap(elementsIn) : []),
    ]
    const pages = ['index.html', 'category/shiyan.html', ...NAMES.map(pathOf)]
    for (const path of pages) {
      const elements = elementsIn(parse(readFileSync(join(out, path), 'utf8')))
      // The reader's own icons are drawings; a text has none.
      const body = elements.find(({ attrs }) => attrs.some(({ value }) => value === 'body'))
      const names = body ? elementsIn(body).map(({ tagName }) => tagName) : []
      const banned = /^(iframe|object|embed|svg|math|form|input|base|meta|style|template|script)$/
      expect([path, names.filter((name) => banned.test(name))]).toEqual([path, []])
      const attributes = elements.flatMap(({ attrs }) => attrs)
      const odd = attributes.filter(
        ({ name, value }) =>
          /^(on|style$|srcdoc$)/.test(name) || /^[\s\0]*(javascript|vbscript|data):/i.test(value),
      )
      expect([path, odd]).toEqual([path, []])
      const scripts = elements.filter(({ tagName }) => tagName === 'script')
      const kinds = scripts.map(({ attrs }) => attrs.find(({ name }) => name === 'type')?.value ?? 'inline')
      expect(kinds.filter((kind) => !/json$/.test(kind)).sort()).toEqual(['inline', 'module'])
      // The inline one is the shell's own, and no post's.
      expect(scripts.filter(({ attrs }) => attrs.length === 0)).toHaveLength(1)
    }
  })

  it('do nothing as they stand in the printed page, without policy and before the reader has come', async () => {
    const { page, ran } = await watched()
    await holdScripts(page)
    await page.route(/\.html$/, async (route) => {
      const answer = await route.fetch()
      await route.fulfill({ response: answer, body: (await answer.text()).replace(POLICY, '') })
    })
    for (const name of NAMES) {
      await page.goto(server.url + pathOf(name), { waitUntil: 'commit' })
      await page.locator('#printed').waitFor({ state: 'attached' })
      await pressAll(page, '.body a[href]:not([target]), .body p, .body img')
      await page.waitForTimeout(50)
      expect(page.url()).toContain(`/${name}.html`)
    }
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(TITLE)
    expect(ran()).toBe(0)
    await page.close()
  })

  it('are texts like others where no script runs at all', async () => {
    const page = await openPage(browser, { javaScriptEnabled: false })
    for (const name of NAMES) {
      await page.goto(server.url + pathOf(name))
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
        name === 'title' ? TITLE : name,
      )
      expect(page.url()).toContain(`/${name}.html`)
    }
    await page.close()
  })

  it('do nothing by the publisher’s allow-list alone', async () => {
    const { page, ran } = await watched()
    const packs = readdirSync(join(out, 'archive/bodies'), { recursive: true, encoding: 'utf8' })
    const bodies = packs
      .filter((path) => path.endsWith('.json'))
      .flatMap(
        (path) => (JSON.parse(readFileSync(join(out, 'archive/bodies', path), 'utf8')) as BodyPack).articles,
      )
    expect(bodies).toHaveLength(Object.keys(ATTACKS).length + 1)
    for (const { html } of bodies) {
      // A bare page without policy or sanitizer, and the parser's harshest way in.
      await page.setContent(`<!doctype html><body>${html}</body>`)
      await pressAll(page, 'body *')
      await page.waitForTimeout(50)
    }
    expect(ran()).toBe(0)
    await page.close()
  })

  it('do nothing by the content security policy alone', async () => {
    const policy = POLICY.exec(readFileSync(join(out, 'index.html'), 'utf8'))?.[0]
    const { page, ran } = await watched()
    for (const [name, body] of Object.entries(ATTACKS)) {
      writeFileSync(
        join(out, 'raw.html'),
        `<!doctype html><head>${policy}<title>${name}</title></head><body>${body}`,
      )
      await page.goto(`${server.url}raw.html`)
      await pressAll(page, 'body *')
      await page.waitForTimeout(50)
    }
    expect(ran()).toBe(0)
    await page.close()
  })

  it('do nothing by DOMPurify alone, with the policy off and the packs as raw as the posts', async () => {
    // A page whose text stands in it asks for no pack.
    changeFiles(/\.html$/, (text) =>
      text.replace(POLICY, '').replace(/<script type="application\/json" id="printed">[^<]*<\/script>/, ''),
    )
    changeFiles(/bodies.*\.json$/, (text) => {
      const pack = JSON.parse(text) as { articles: { title: string; html: string }[] }
      for (const article of pack.articles) article.html = ATTACKS[article.title] ?? article.html
      return JSON.stringify(pack)
    })
    const { page, ran } = await watched()
    server.reset()
    await readEverything(page)
    expect(server.requests.filter((path) => path.startsWith('archive/bodies/'))).toHaveLength(NAMES.length)
    expect(ran()).toBe(0)
    await page.close()
  })

  it('would have done something with no layer at all', async () => {
    const { page, ran } = await watched()
    await page.setContent(`<!doctype html><body>${ATTACKS.handler}</body>`)
    await expect.poll(ran).toBeGreaterThan(0)
    await page.close()
  })
})
