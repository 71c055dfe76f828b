import { join } from 'node:path'
import type { ViteDevServer } from 'vite'
import { memoryEdition } from './edition-memory.ts'
import { SiteError } from './problems.ts'
import { silentProgress } from './progress.ts'
import { publish } from './publish.ts'
import { lineOf } from './report.ts'

/** Changes that arrive closer together than this, in milliseconds, are published once: editors write twice. */
const QUIET = 80

/** Serves a site from memory while it is being written; a change in it is published and the page reloads. */
export const serveSite = (server: ViteDevServer, site: string): void => {
  const { logger } = server.config
  let files: ReadonlyMap<string, string | Uint8Array> = new Map()
  const refresh = async (): Promise<void> => {
    const edition = memoryEdition()
    try {
      const { articles, problems } = await publish({ folder: site, edition, progress: silentProgress })
      files = edition.files
      logger.info(`kanbao: ${articles} articles, ${problems.length} problems`, { timestamp: true })
      for (const problem of problems.slice(-3)) logger.info(`  ${lineOf(problem)}`)
    } catch (thrown) {
      // The site is being written: the last good state stays until it can be read again.
      logger.error(
        thrown instanceof SiteError ? `kanbao: ${thrown.message}` : String((thrown as Error).stack),
      )
    }
  }
  let ready = refresh()

  let waiting: NodeJS.Timeout | undefined
  // Posts may lie below any folder.
  server.watcher.add(site)
  server.watcher.on('all', (_, path) => {
    if (!path.startsWith(join(site, '/'))) return
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      ready = refresh().then(() => server.ws.send({ type: 'full-reload' }))
    }, QUIET)
  })

  server.middlewares.use((request, response, next) => {
    void ready.then(() => {
      const path = pathOf(request.url ?? '', server.config.base)
      const content = path === undefined ? undefined : files.get(path)
      // Only shards are answered for when they are missing: a category may be named archive, too.
      if (path === undefined || (content === undefined && !/^archive\/.*\.json$/.test(path))) return next()
      response.statusCode = content === undefined ? 404 : 200
      response.setHeader(
        'Content-Type',
        TYPES[path.slice(path.lastIndexOf('.'))] ?? 'application/octet-stream',
      )
      response.setHeader('Cache-Control', 'no-cache')
      response.end(content)
    }, next)
  })
}

/** The path below the site's base; nothing for an address that is elsewhere or cannot be decoded. */
const pathOf = (url: string, base: string): string | undefined => {
  const [path = ''] = url.split('?')
  if (!path.startsWith(base)) return undefined
  try {
    return decodeURI(path.slice(base.length))
  } catch {
    return undefined
  }
}

const TYPES: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.txt': 'text/plain; charset=utf-8',
})
