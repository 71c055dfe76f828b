import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { ViteDevServer } from 'vite'
import { answerRequest } from './answer-request.ts'
import { type DevEditionOptions, devEdition } from './dev-edition.ts'
import { SiteError } from './problems.ts'
import { showProgress } from './progress.ts'
import { watchSite } from './watch-site.ts'

export interface ServedSite extends Pick<DevEditionOptions, 'site' | 'large' | 'newest'> {
  /** Folders that may lie in the site and are no part of it: the output folder, its ledger. */
  readonly apart: readonly string[]
  /** The base that Vite was given: the site's baseurl as it was then, with a slash behind it. */
  readonly base: string
}

/**
 * Serves a site while it is being written; a change in it is published and the page reloads. The edition lies in a
 * folder of its own in Vite's cache, so that the next server shows it at once and publishes what is new.
 */
export const serveSite = (server: ViteDevServer, served: ServedSite): void => {
  const { config } = server
  const { site } = served
  const say = (line: string): void => config.logger.info(`kanbao: ${line}`, { timestamp: true })
  const folder = devFolder(config.cacheDir, site)
  const progress = showProgress(process.stderr, (line) => config.logger.info(line, { timestamp: true }))
  const edition = devEdition({ ...served, folder, progress, say })

  let changed = new Set([''])
  let isAtWork = false
  let isClosed = false
  let tellReady = (): void => {}
  const ready = new Promise<void>((resolve) => {
    tellReady = resolve
  })
  const publishOnce = async (): Promise<void> => {
    const told = changed
    changed = new Set()
    try {
      if (await edition.open()) tellReady()
      const root = await edition.renew(told)
      // Another base is another server: it begins with what has just been published.
      if (root && `${root.site.baseurl}/` !== served.base) await server.restart()
      else if (root) server.ws.send({ type: 'full-reload' })
    } catch (thrown) {
      // The site is being written: the last good state stays until it can be read again.
      const isTheirs = thrown instanceof SiteError
      config.logger.error(isTheirs ? `kanbao: ${thrown.message}` : String((thrown as Error).stack))
    }
    tellReady()
  }
  /** Publishes until nothing has changed since: never two at once. */
  const publishChanges = async (): Promise<void> => {
    if (isAtWork) return
    isAtWork = true
    while (changed.size > 0 && !isClosed) await publishOnce()
    isAtWork = false
  }

  const apart = [...served.apart, folder].map((path) => relative(site, path).split(sep).join('/'))
  // Before the first look, so that nothing is changed unseen between the two.
  const watch = watchSite(site, {
    isWatched: (dir) => !apart.includes(dir) && !UNWATCHED.test(dir),
    onChange(paths) {
      for (const path of paths) changed.add(path)
      void publishChanges()
    },
    onBlind: (dir, { message }) =>
      config.logger.error(`kanbao: ${join(site, dir)} is not watched: changes do not show (${message})`),
  })
  server.httpServer?.once('close', () => {
    isClosed = true
    watch.close()
  })
  void publishChanges()

  server.middlewares.use((request, response, next) => {
    const answer = { base: config.base, read: edition.read, next }
    void ready.then(() => answerRequest(request, response, answer)).catch(next)
  })
}

/** No site has posts there, and whoever has them has many. */
const UNWATCHED = /(^|\/)(\.git|node_modules)$/

/** Where the edition of a site lies while it is written, whatever way leads to the site. */
const devFolder = (cache: string, site: string): string => {
  const name = createHash('sha256').update(realpathOf(site)).digest('hex').slice(0, 16)
  return join(cache, 'kanbao', name)
}

const realpathOf = (path: string): string => {
  try {
    return realpathSync.native(path)
  } catch {
    return path
  }
}
