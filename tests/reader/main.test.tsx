// @vitest-environment jsdom
import { configure, screen, waitFor } from '@testing-library/dom'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Article } from '../../src/archive/article.ts'
import type { BodyPack } from '../../src/archive/body-pack.ts'
import { PRINTED_ID, type StandingPage } from '../../src/archive/printed-page.ts'
import type { Root } from '../../src/archive/root.ts'
import { ROOT_PATH } from '../../src/archive/shard-path.ts'
import { printInThread } from './print-in-thread.ts'
import { post, publishPosts, type ServedArchive, serveFiles } from './published.ts'

/** The page ends no root of React's, and one that went on behind the last test would miss its document. */
const roots = vi.hoisted(() => [] as { unmount(): void }[])
vi.mock('react-dom/client', async (load) => {
  const { createRoot, hydrateRoot, ...rest } = await load<typeof import('react-dom/client')>()
  const kept = <T extends { unmount(): void }>(root: T): T => {
    roots.push(root)
    return root
  }
  return {
    ...rest,
    createRoot: (...given: Parameters<typeof createRoot>) => kept(createRoot(...given)),
    hydrateRoot: (...given: Parameters<typeof hydrateRoot>) => kept(hydrateRoot(...given)),
  }
})

const POSTS = {
  ...post('2022-01-21 09:00', 'one', {
    categories: 'macro',
    body: '<p>第一段<a href="https://b.cn/">外</a></p><table><tr><td>一</td></tr></table><img src="https://b.cn/a.png" alt="图">',
  }),
  ...post('2022-01-22 10:00', 'two', { categories: 'macro', title: '“引号”<b>' }),
  'undated.md': '---\ntitle: 无日\nsource: 新华社\n---\n<p>何时？</p>\n',
}
const ONE = '/macro/2022/01/21/one.html'

// A page is printed, opened and rendered whole: other tests at work can hold that up.
configure({ asyncUtilTimeout: 10_000 })
vi.setConfig({ testTimeout: 60_000 })

let files: Map<string, string | Uint8Array>
let root: Root
let articles: readonly Article[]
let served: ServedArchive
beforeAll(async () => {
  files = await publishPosts(POSTS, 'title: 试刊\ntimezone: Asia/Shanghai\n')
  root = JSON.parse(String(files.get(ROOT_PATH))) as Root
  articles = [...files]
    .filter(([path]) => path.startsWith('archive/bodies/'))
    .flatMap(([, text]) => (JSON.parse(String(text)) as BodyPack).articles)
  // jsdom lays nothing out, and knows nothing that scrolls.
  Object.defineProperty(document, 'scrollingElement', { value: document.documentElement })
  window.scrollTo = () => {}
  Element.prototype.scrollTo = () => {}
})

const errors: unknown[][] = []
let width = 1440
beforeEach(() => {
  errors.length = 0
  for (const level of ['error', 'warn'] as const)
    vi.spyOn(console, level).mockImplementation((...said: unknown[]) => void errors.push(said))
  vi.stubGlobal('matchMedia', (query: string) => {
    const least = Number(/min-width: ([\d.]+)em/.exec(query)?.[1] ?? Number.POSITIVE_INFINITY)
    return { matches: width >= least * 16, addEventListener: () => {}, removeEventListener: () => {} }
  })
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
  localStorage.clear()
  sessionStorage.clear()
  served = serveFiles(files)
})
afterEach(() => {
  for (const root of roots.splice(0)) root.unmount()
  document.body.innerHTML = ''
  vi.restoreAllMocks()
})

/** An article's page with the body as the archive has it; a publish dresses it before. */
const pageOf = (article: Article): StandingPage => {
  const { html, ...outline } = article
  return { site: root.site, article: outline, body: html }
}
const homePage = (): StandingPage => ({ site: root.site, list: { headlines: root.newest }, body: '' })

let starts = 0
/** Runs the program of the page anew, as a browser does for each page. */
const start = () => import(/* @vite-ignore */ `../../src/reader/main.tsx?${++starts}`)

/** Puts a page into the document as a host would send it, and lets the reader take it over. */
const open = async (page: StandingPage, address: string, change = (markup: string) => markup) => {
  const [markup = ''] = await printInThread([[page, address]])
  const { body: _, ...said } = page
  document.documentElement.lang = root.site.lang
  document.body.innerHTML = `<div id="root">${change(markup)}</div>`
  const script = document.createElement('script')
  script.type = 'application/json'
  script.id = PRINTED_ID
  script.textContent = JSON.stringify(said)
  document.body.append(script)
  history.replaceState(null, '', address)
  const nodes = {
    body: document.querySelector('.body'),
    heading: document.querySelector('h1'),
    html: document.querySelector('.body')?.innerHTML,
  }
  await start()
  return nodes
}

const isTakenOver = () =>
  waitFor(() => {
    expect(document.querySelector('.frame')).not.toBeNull()
    expect(document.querySelector('.frame-printed')).toBeNull()
  })
/** What only the root and what it names can tell. */
const isWhole = (selector: string) => waitFor(() => expect(document.querySelector(selector)).not.toBeNull())

describe.each([
  ['a phone', 390],
  ['a narrow window', 900],
  ['a desk', 1440],
])('a printed page on %s', (_, screenWidth) => {
  beforeEach(() => {
    width = screenWidth
  })

  it('of an article is taken over as it stands, node by node, without a word', async () => {
    for (const article of articles) {
      const { body, heading, html } = await open(pageOf(article), article.permalink)
      await isTakenOver()
      await isWhole('.neighbours a')
      expect(document.querySelector('.body')).toBe(body)
      expect(document.querySelector('.story h1')).toBe(heading)
      expect(body?.innerHTML).toBe(html)
      expect(document.title).toContain(article.title)
      document.body.innerHTML = ''
    }
    expect(articles).toHaveLength(3)
    expect(errors).toEqual([])
  })

  it('of the newest headlines is taken over without a word', async () => {
    await open(homePage(), '/')
    await isTakenOver()
    await screen.findByText('共 3 条')
    expect(errors).toEqual([])
  })

  it('of a category is taken over without a word', async () => {
    const category = { slug: 'macro', name: 'macro', count: 2 }
    const headlines = root.newest.filter(({ categories }) => categories.length > 0)
    await open({ site: root.site, list: { category, headlines }, body: '' }, '/category/macro.html')
    await isTakenOver()
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('macro')
    expect(errors).toEqual([])
  })

  it('is in the reader’s own language when it is taken over, without a word', async () => {
    localStorage.setItem('kanbao.preferences', '{"language":"en","theme":"dark"}')
    const { body } = await open(pageOf(articles[0] as Article), articles[0]?.permalink ?? '')
    await isTakenOver()
    await waitFor(() => expect(document.documentElement.lang).toBe('en'))
    expect(document.documentElement.dataset.theme).toBe('dark')
    expect(document.querySelector('.body')).toBe(body)
    expect(errors).toEqual([])
  })
})

describe('a page that is not as it was printed', () => {
  it.each([
    ['another title', (markup: string) => markup.replace(/(<h1[^>]*>)/, '$1别的')],
    ['an element less', (markup: string) => markup.replace(/<div class="dateline">.*?<\/div>/, '')],
    ['nothing', () => ''],
  ])('but has %s ends with the article of the archive', async (_, change) => {
    const article = articles.find(({ permalink }) => permalink === ONE) as Article
    await open(pageOf(article), ONE, change)
    await waitFor(() => {
      expect(document.querySelector('.story h1')?.textContent).toBe(article.title)
      expect(document.querySelector('.body')?.textContent).toBe('第一段外一')
      expect(document.querySelector('.dateline')).not.toBeNull()
    })
    expect(document.querySelectorAll('.body')).toHaveLength(1)
    expect(served.asked.some((path) => path.startsWith('archive/bodies/'))).toBe(true)
  })

  it('but cannot be read is rendered from the archive', async () => {
    document.body.innerHTML = `<div id="root"><p>alt</p></div><script type="application/json" id="${PRINTED_ID}">{</script>`
    history.replaceState(null, '', ONE)
    await start()
    await waitFor(() => expect(document.querySelector('.body')?.textContent).toContain('第一段'))
    expect(screen.queryByText('alt')).toBeNull()
    expect(errors).toEqual([])
  })
})

it('a page without a place for the reader is left alone', async () => {
  document.body.innerHTML = '<p>文</p>'
  await start()
  expect(document.body.innerHTML).toBe('<p>文</p>')
})
