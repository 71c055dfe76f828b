import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, isAbsolute, join, relative } from 'node:path'
import { compressedPaths, plainPath } from './compressed-files.ts'
import type { Edition } from './edition.ts'
import { SiteError } from './problems.ts'
import { textOf } from './text-of.ts'

/** Marks a folder as one that Kanbao writes and may prune. */
export const MARK = 'archive/KANBAO.txt'
const MARK_TEXT = 'Kanbao wrote this folder and replaces what is in it at each publish.\n'

/**
 * Takes a folder for editions of a site, and marks it as Kanbao's.
 * @throws SiteError when the folder holds something else, which a prune would destroy.
 */
export const claimFolder = (folder: string, site: string): void => {
  const down = relative(folder, site)
  if (!/^\.\.([\\/]|$)/.test(down) && !isAbsolute(down))
    throw new SiteError(`${folder}: cannot be the output, since the site folder ${site} is in it`)
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new SiteError(`${folder}: is a file, not a folder`)
  const isOurs = existsSync(join(folder, MARK))
  const isEmpty = !existsSync(folder) || readdirSync(folder).every((name) => name.startsWith('.'))
  if (!isOurs && !isEmpty)
    throw new SiteError(
      `${folder}: is not empty, and Kanbao did not write it; name another output folder, or empty it`,
    )
  mkdirSync(folder, { recursive: true })
  folderEdition(folder).put(MARK, MARK_TEXT)
}

/**
 * Writes into a folder that is Kanbao's. Several threads may, each with a `seat` of its own: its files wait under
 * that name until they are whole.
 */
export const folderEdition = (folder: string, seat = 'main'): Edition => {
  // One partial file for all names, since a name may be as long as names can be.
  const partial = join(folder, `archive/KANBAO.partial-${seat}`)
  const made = new Set<string>()
  /** Level by level, since most levels are known: to let the system find out takes some ten times as many calls. */
  const makeFolder = (path: string): void => {
    if (made.has(path) || path.length <= folder.length) return
    makeFolder(dirname(path))
    try {
      mkdirSync(path)
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown
      // It is there, or a file is: then the write fails, and makes its way.
    }
    made.add(path)
  }
  const replace = (path: string, bytes: Uint8Array): void => {
    writeFileSync(partial, bytes)
    // Before the new file is there: a server would give what was compressed of the old one.
    removeCompressed(path)
    renameSync(partial, path)
  }
  const write = (path: string, bytes: Uint8Array): void => {
    makeFolder(dirname(path))
    // What stands beside a file that readers have must be whole at once.
    if (plainPath(path) !== undefined) {
      if (!holds(path, bytes)) replace(path, bytes)
      return
    }
    try {
      // A file that is not there is of no edition yet: it may be there in part for a moment, and that is three
      // times as fast. Whoever is killed in it has left a journal, and what stands in that is written again.
      writeFileSync(path, bytes, { flag: 'wx' })
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown
      if (!holds(path, bytes)) replace(path, bytes)
    }
  }
  const put = (name: string, content: string | Uint8Array): void => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    const path = join(folder, name)
    try {
      write(path, bytes)
    } catch (thrown) {
      made.clear()
      if (!clearWay(folder, name)) throw thrown
      write(path, bytes)
    }
  }
  const seal = (name: string, content: string): void => {
    makeFolder(dirname(join(folder, name)))
    replace(join(folder, name), Buffer.from(content))
  }
  const bytes = (name: string): Uint8Array | undefined => {
    try {
      return readFileSync(join(folder, name))
    } catch {
      return undefined
    }
  }
  const get = (name: string): string | undefined => {
    const content = bytes(name)
    return content && textOf(content)
  }
  const size = (name: string): number | undefined =>
    statSync(join(folder, name), { throwIfNoEntry: false })?.size
  return { folder, put, get, bytes, size, seal }
}

const removeCompressed = (path: string): void => {
  for (const each of compressedPaths(path)) if (existsSync(each)) rmSync(each)
}

/** A file that holds the same bytes is left alone: its time stamp stays, too, and what deploys it need not look. */
const holds = (path: string, bytes: Uint8Array): boolean => {
  const known = statSync(path, { throwIfNoEntry: false })
  return known?.isFile() === true && known.size === bytes.length && readFileSync(path).equals(bytes)
}

/**
 * Takes away what an earlier edition left in the way of a file: a file where a folder must be, or the reverse. No
 * two files of one edition are in each other's way, so what is there is of an earlier one.
 */
const clearWay = (folder: string, path: string): boolean => {
  const names = path.split('/')
  const stale = names
    .map((_, index) => names.slice(0, index + 1).join('/'))
    .find(
      (each) => statSync(join(folder, each), { throwIfNoEntry: false })?.isDirectory() === (each === path),
    )
  if (stale === undefined) return false
  removeCompressed(join(folder, stale))
  rmSync(join(folder, stale), { recursive: true })
  return true
}
