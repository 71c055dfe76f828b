import { existsSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { createLogger, createServer, type Plugin } from 'vite'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { Root } from '../../src/archive/root.ts'
import { type ServedSite, serveSite } from '../../src/publisher/serve-site.ts'
import { kanbao } from '../../src/publisher/vite-plugin.ts'
import { aPost, type Files, fill, newFolder, newSite, publishFolder } from './site-folder.ts'

/** What a test asks of a server; `plugin` stands in for Kanbao's own. */
interface Setting {
  readonly root?: string
  readonly plugin?: Plugin
}

const newRoot = (): string => fill(newFolder(), { 'index.html': '<html><head><title></title></head></html>' })

/** A plugin that does nothing but serve a site, with bounds of its own for what is large. */
const serving = (site: string, bounds: Partial<ServedSite>): Plugin => ({
  name: 'serving',
  configureServer: (server) => serveSite(server, { site, base: '/', apart: [], ...bounds }),
})

/** Starts Vite's own development server on a site; nothing of it is written to the console. */
const serve = async (site: string, { root = newRoot(), plugin }: Setting = {}) => {
  const said: string[] = []
  const customLogger = createLogger('silent')
  customLogger.info = customLogger.warn = customLogger.error = (line) => said.push(line)
  const server = await createServer({
    configFile: false,
    root,
    customLogger,
    plugins: [plugin ?? kanbao({ site, out: join(site, 'out') })],
    server: { port: 0, host: '127.0.0.1' },
  })
  onTestFinished(() => server.close())
  const send = vi.spyOn(server.ws, 'send')
  await server.listen()
  const address = server.httpServer?.address()
  const port = typeof address === 'object' ? address?.port : undefined
  /** Asks for a path as it stands; `fetch` would mend it. */
  const ask = (path: string) =>
    new Promise<{ status: number; type: string; text: string }>((resolve, reject) => {
      const request = get({ host: '127.0.0.1', port, path, headers: { accept: '*/*' } }, (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (part) => {
          text += part
        })
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', text }),
        )
      })
      request.on('error', reject)
    })
  const titles = async (base = '/'): Promise<string[]> =>
    (JSON.parse((await ask(`${base}archive/root.json`)).text) as Root).newest.map(({ title }) => title)
  const reloads = (): number =>
    send.mock.calls.filter(([message]) => (message as { type?: string })?.type === 'full-reload').length
  const published = (): number => said.filter((line) => / articles, \d+ problems/.test(line)).length
  const shows = (expected: string[]) => vi.waitFor(async () => expect(await titles()).toEqual(expected), soon)
  const says = (text: string) => vi.waitFor(() => expect(said.join('\n')).toContain(text), soon)
  const editionFiles = () => join(root, '.vite/kanbao')
  return { site, root, said, server, ask, titles, reloads, published, shows, says, editionFiles }
}

const POST = '_posts/2022-01-04-a.md'
const slow = { timeout: 60_000 }
const soon = { timeout: 20_000, interval: 50 }

it('serves the archive, and files of the site as what they are', slow, async () => {
  const site = newSite({ [POST]: aPost('甲'), 'images/图 1.svg': '<svg/>' })
  const { ask, titles, says, editionFiles } = await serve(site)
  expect(await titles()).toEqual(['甲'])
  expect(await ask('/archive/root.json?t=1')).toMatchObject({ status: 200, type: 'application/json' })
  expect(await ask('/images/%E5%9B%BE%201.svg')).toEqual({
    status: 200,
    type: 'image/svg+xml',
    text: '<svg/>',
  })
  await says('kanbao: 1 articles, 0 problems')
  expect(readdirSync(site).sort()).toEqual(['_config.yml', '_posts', 'images'])
  expect(readdirSync(editionFiles())).toHaveLength(2)
})

it('publishes what is edited, added and deleted, and tells the page to load again', slow, async () => {
  const files: Files = { [POST]: aPost('甲'), 'a.svg': '<svg/>' }
  const { site, shows, reloads, published, ask } = await serve(newSite(files))
  await shows(['甲'])
  const changes: [Files, string[]][] = [
    [{ [POST]: aPost('乙') }, ['乙']],
    [{ '_posts/2022-01-05-b.md': aPost('丙') }, ['丙', '乙']],
    [{ 'more/_posts/2022-01-06-c.md': aPost('丁') }, ['丁', '丙', '乙']],
  ]
  for (const [change, expected] of changes) {
    const before = reloads()
    fill(site, change)
    await shows(expected)
    await vi.waitFor(() => expect(reloads()).toBeGreaterThan(before), soon)
  }
  rmSync(join(site, 'more'), { recursive: true })
  await shows(['丙', '乙'])
  rmSync(join(site, '_posts/2022-01-05-b.md'))
  await shows(['乙'])

  const [before, rounds] = [reloads(), published()]
  fill(site, { 'a.svg': '<svg></svg>' })
  await vi.waitFor(async () => expect((await ask('/a.svg')).text).toBe('<svg></svg>'), soon)
  await vi.waitFor(() => expect(reloads()).toBeGreaterThan(before), soon)
  expect(published()).toBeGreaterThan(rounds)
  const whole = await publishFolder(site)
  expect(JSON.parse((await ask('/archive/root.json')).text)).toEqual(whole.root)
})

it('shows what changes in posts that are kept elsewhere', slow, async () => {
  const elsewhere = fill(newFolder(), { '2022-01-04-a.md': aPost('甲') })
  const site = newSite({})
  symlinkSync(elsewhere, join(site, '_posts'), 'junction')
  const { shows } = await serve(site)
  await shows(['甲'])
  fill(elsewhere, { '2022-01-04-a.md': aPost('乙') })
  await shows(['乙'])
  fill(elsewhere, { '2022-01-05-b.md': aPost('丙') })
  await shows(['丙', '乙'])
})

it('keeps the last good state while the site is broken, and recovers', slow, async () => {
  const { site, titles, shows, says } = await serve(newSite({ [POST]: aPost('甲') }))
  await shows(['甲'])
  fill(site, { '_config.yml': 'title: "a"b"\n' })
  await says('_config.yml:1: not valid YAML')
  expect(await titles()).toEqual(['甲'])
  fill(site, { '_config.yml': 'title: c\n', '_posts/2022-01-05-b.md': aPost('丙') })
  await shows(['丙', '甲'])
  rmSync(join(site, '_posts'), { recursive: true })
  await says('holds no posts')
  expect(await titles()).toEqual(['丙', '甲'])
})

it('starts on a broken site, and serves it as soon as it is mended, at its own base', slow, async () => {
  const { site, ask, says, server } = await serve(
    newSite({ '_config.yml': 'a: "b"c\n', [POST]: aPost('甲') }),
  )
  await says('_config.yml:1: not valid YAML')
  expect(await ask('/archive/root.json')).toMatchObject({ status: 404 })
  const restart = vi.spyOn(server, 'restart')
  fill(site, { '_config.yml': 'baseurl: /news\n' })
  await vi.waitFor(async () => expect((await ask('/news/archive/root.json')).text).toContain('甲'), soon)
  expect(restart).toHaveBeenCalledOnce()
})

it('publishes once more what changes while a publish is at work, and never two at once', slow, async () => {
  const { site, said, shows, published, ask } = await serve(newSite({ [POST]: aPost('0') }))
  await shows(['0'])
  const from = published()
  for (let edit = 1; edit <= 12; edit++) {
    fill(site, { [POST]: aPost(String(edit)) })
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
  await shows(['12'])
  expect(published() - from).toBeLessThanOrEqual(12)
  // Two at once would wait for each other.
  expect(said.join('\n')).not.toContain('another publish')
  const whole = await publishFolder(site)
  await vi.waitFor(
    async () => expect(JSON.parse((await ask('/archive/root.json')).text)).toEqual(whole.root),
    soon,
  )
})

it('starts from the edition that an earlier server left, and brings it up to date', slow, async () => {
  const site = newSite({ [POST]: aPost('甲') })
  const first = await serve(site)
  await first.shows(['甲'])
  await first.says('1 articles')
  await first.server.close()
  fill(site, { '_posts/2022-01-05-b.md': aPost('乙') })
  // What it shows at first would be the newest post alone, if nothing had been kept.
  const next = await serve(site, { root: first.root, plugin: serving(site, { large: 1, newest: 1 }) })
  await next.shows(['乙', '甲'])
  await vi.waitFor(() => expect(next.reloads()).toBe(1), soon)
  expect(next.said.join('\n')).not.toContain('are shown while')
})

it('shows the newest posts of a large site while the others are read', slow, async () => {
  const posts = [1, 2, 3, 4, 5].map((day): [string, string] => [
    `_posts/2022-01-0${day}-a.md`,
    aPost(`${day}`),
  ])
  const site = newSite({ ...Object.fromEntries(posts), '_posts/more/2022-01-09-z.md': aPost('9') })
  const { server, says, titles, shows, reloads } = await serve(site, {
    plugin: serving(site, { large: 5, newest: 2 }),
  })
  await says('kanbao: the newest 2 of 6 posts are shown while the others are read')
  expect([['9', '5'], expect.arrayContaining(['1'])]).toContainEqual(await titles())
  await shows(['9', '5', '4', '3', '2', '1'])
  await vi.waitFor(() => expect(reloads()).toBe(1), soon)
  await server.close()
})

it('says that a shard is not there, leaves other addresses to Vite, and no address brings it down', async () => {
  const site = newSite({ [POST]: aPost('甲', 'categories: archive\n') })
  const { ask, titles, editionFiles } = await serve(site)
  for (const path of ['page/a/aaaaaaaaaaa.json', 'search/a/aaaaaaaaaaa/0.bin'])
    expect([path, (await ask(`/archive/${path}`)).status]).toEqual([path, 404])
  expect(await ask('/archive/2022/01/04/a.html')).toMatchObject({ type: expect.not.stringContaining('json') })
  for (const path of ['/%E0%A4%A', '/%', '/%00', '/archive/%E0.json', '//', '/archive/../../../etc/passwd'])
    expect((await ask(path)).text).not.toContain('root:')
  fill(editionFiles(), { 'beside.json': 'root:' })
  for (const path of ['/../beside.json', '/%2e%2e/beside.json', '/archive/..%5c..%5cbeside.json'])
    expect((await ask(path)).text).not.toContain('root:')
  expect(await titles()).toEqual(['甲'])
})

it('serves below the site’s base', async () => {
  const { ask, titles } = await serve(newSite({ '_config.yml': 'baseurl: /news\n', [POST]: aPost('甲') }))
  expect(await titles('/news/')).toEqual(['甲'])
  expect((await ask('/archive/root.json')).type).not.toContain('json')
})

it('keeps Vite’s own watcher away from a site within its root', async () => {
  const root = newRoot()
  const site = fill(join(root, 'content'), { '_config.yml': 'title: a\n', [POST]: aPost('甲') })
  fill(root, { 'src/main.ts': '' })
  const { server, titles } = await serve(site, { root })
  expect(await titles()).toEqual(['甲'])
  await vi.waitFor(() => expect(Object.keys(server.watcher.getWatched())).toContain(join(root, 'src')), soon)
  expect(Object.keys(server.watcher.getWatched()).filter((path) => path.startsWith(site))).toEqual([])
  expect(existsSync(join(root, '.vite/kanbao'))).toBe(true)
})
