import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { watchFolder } from './watch-folder.ts'

/** Who is told what, as by `watchFolder`. */
export interface SiteWatcher {
  isWatched(dir: string): boolean
  onChange(paths: ReadonlySet<string>): void
  onBlind(dir: string, reason: Error): void
}

/** Watches a site, and what links at its top lead to: a site's posts may be kept elsewhere. */
export const watchSite = (site: string, watcher: SiteWatcher): { close(): void } => {
  const watches = ['', ...linkedFolders(site)].map((top) =>
    watchFolder(
      join(site, top),
      (dir) => watcher.isWatched(within(top, dir)),
      (paths) => watcher.onChange(new Set([...paths].map((path) => within(top, path)))),
      undefined,
      (dir, reason) => watcher.onBlind(within(top, dir), reason),
    ),
  )
  return {
    close() {
      for (const watch of watches) watch.close()
    },
  }
}

const within = (top: string, path: string): string => [top, path].filter(Boolean).join('/')

const linkedFolders = (site: string): string[] => {
  try {
    return readdirSync(site, { withFileTypes: true })
      .filter((entry) => entry.isSymbolicLink())
      .map(({ name }) => name)
      .filter((name) => statSync(join(site, name), { throwIfNoEntry: false })?.isDirectory())
  } catch {
    return []
  }
}
