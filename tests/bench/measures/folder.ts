import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

interface Entry {
  readonly bytes: number
  readonly digest: string
}

/** The files of a folder by their paths with slashes. */
export type Snapshot = ReadonlyMap<string, Entry>

export interface Changes {
  readonly added: number
  readonly changed: number
  readonly removed: number
  /** Those of new and changed files. */
  readonly bytes: number
}

/** Whether a file is a page, and not one of the archive or the bundle. */
export const isPage = (path: string): boolean => /^(?!archive\/|app\/).*\.html$/.test(path)

/** Whether a file is the page of an article, at an address with its day, as the corpus has them. */
export const isArticlePage = (path: string): boolean =>
  /(^|\/)\d{4}\/\d\d\/\d\d\/[^/]+\.html$|^posts\/[^/]+\/index\.html$/.test(path)

/** Every file of a folder with its size; nothing is read. */
export const sizesOf = (folder: string): ReadonlyMap<string, number> =>
  new Map(pathsOf(folder).map((path) => [path, statSync(join(folder, path)).size]))

/** Every file of a folder with its content's digest. */
export const snapshot = (folder: string): Snapshot =>
  new Map(
    pathsOf(folder).map((path) => {
      const bytes = readFileSync(join(folder, path))
      return [path, { bytes: bytes.length, digest: createHash('sha256').update(bytes).digest('base64') }]
    }),
  )

/** What a host has to take in and throw away, of the files whose path is looked for. */
export const changesBetween = (
  before: Snapshot,
  after: Snapshot,
  isLookedFor: (path: string) => boolean = () => true,
): Changes => {
  const changes = { added: 0, changed: 0, removed: 0, bytes: 0 }
  for (const [path, { bytes, digest }] of after) {
    const old = before.get(path)
    if (old?.digest === digest || !isLookedFor(path)) continue
    changes[old ? 'changed' : 'added']++
    changes.bytes += bytes
  }
  for (const path of before.keys()) if (!after.has(path) && isLookedFor(path)) changes.removed++
  return changes
}

const pathsOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
