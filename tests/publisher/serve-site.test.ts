import { get } from 'node:http'
import { join } from 'node:path'
import { createLogger, createServer } from 'vite'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { Root } from '../../src/archive/root.ts'
import { kanbao } from '../../src/publisher/vite-plugin.ts'
import { aPost, type Files, fill, newFolder, newSite } from './site-folder.ts'

/** Starts Vite's own development server on a site; nothing of it is written to the console. */
const serve = async (files: Files) => {
  const site = newSite(files)
  const said: string[] = []
  const customLogger = createLogger('silent')
  customLogger.info = customLogger.warn = customLogger.error = (line) => said.push(line)
  const server = await createServer({
    configFile: false,
    root: fill(newFolder(), { 'index.html': '<html><head><title></title></head></html>' }),
    customLogger,
    plugins: [kanbao({ site, out: join(site, 'out') })],
    server: { port: 0, host: '127.0.0.1' },
  })
  onTestFinished(() => server.close())
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
  return { site, said, server, ask, titles }
}

const POST = '_posts/2022-01-04-a.md'
const slow = { timeout: 60_000 }
const soon = { timeout: 10_000, interval: 50 }

it('serves the archive from memory, and files of the site as what they are', async () => {
  const { ask, titles, said } = await serve({ [POST]: aPost('甲'), 'images/图 1.svg': '<svg/>' })
  expect(await titles()).toEqual(['甲'])
  expect(await ask('/archive/root.json?t=1')).toMatchObject({ status: 200, type: 'application/json' })
  expect(await ask('/images/%E5%9B%BE%201.svg')).toEqual({
    status: 200,
    type: 'image/svg+xml',
    text: '<svg/>',
  })
  expect(said.join('\n')).toContain('kanbao: 1 articles, 0 problems')
})

it(
  'publishes a change, tells the page to load again, and survives a broken state of the site',
  slow,
  async () => {
    const { site, said, server, titles } = await serve({ [POST]: aPost('甲') })
    // The watcher tells of no change before it has seen what there is.
    const seen = () => server.watcher.getWatched()[join(site, '_posts')]
    await vi.waitFor(() => expect(seen()).toEqual(['2022-01-04-a.md']), soon)
    await vi.waitFor(() => expect(server.watcher.getWatched()[site]).toContain('_config.yml'), soon)
    const send = vi.spyOn(server.ws, 'send')
    fill(site, { [POST]: aPost('乙') })
    await vi.waitFor(async () => expect(await titles()).toEqual(['乙']), soon)
    await vi.waitFor(() => expect(send).toHaveBeenCalledWith({ type: 'full-reload' }), soon)

    fill(site, { '_config.yml': 'title: "a"b"\n' })
    await vi.waitFor(() => expect(said.join('\n')).toContain('_config.yml:1: not valid YAML'), soon)
    expect(await titles()).toEqual(['乙'])

    fill(site, { '_config.yml': 'title: c\n', '_posts/2022-01-05-b.md': aPost('丙') })
    await vi.waitFor(async () => expect(await titles()).toEqual(['丙', '乙']), soon)
  },
)

it('says that a shard is not there, leaves other addresses to Vite, and no address brings it down', async () => {
  const { ask, titles } = await serve({ [POST]: aPost('甲', 'categories: archive\n') })
  expect(await ask('/archive/page/a/aaaaaaaaaaa.json')).toMatchObject({ status: 404 })
  expect(await ask('/archive/2022/01/04/a.html')).toMatchObject({ type: expect.not.stringContaining('json') })
  for (const path of ['/%E0%A4%A', '/%', '/%00', '/archive/%E0.json', '//', '/archive/../../../etc/passwd'])
    expect((await ask(path)).text).not.toContain('root:')
  expect(await titles()).toEqual(['甲'])
})

it('serves below the site’s base', async () => {
  const { ask, titles } = await serve({ '_config.yml': 'baseurl: /news\n', [POST]: aPost('甲') })
  expect(await titles('/news/')).toEqual(['甲'])
  expect((await ask('/archive/root.json')).type).not.toContain('json')
})
