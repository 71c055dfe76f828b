import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import type { Edition } from './edition.ts'
import { SiteError } from './problems.ts'

/** Marks a folder as one that Kanbao writes and may prune. */
const MARK = 'archive/KANBAO.txt'
const MARK_TEXT = 'Kanbao wrote this folder and replaces what is in it at each publish.\n'

export interface EditionFolder extends Edition {
  /** Takes away what earlier editions left; only after the seal, as the last edition needs it until then. */
  prune(others: Iterable<string>): void
}

/**
 * Opens the folder an edition goes to. `prune` keeps what was put, and `others` besides (the bundle).
 * @throws SiteError when the folder holds something else, which a prune would destroy.
 */
export const openEditionFolder = (
  folder: string,
  site: string,
): Edition & { prune(others: Iterable<string>): void } => {
  claim(folder, site)
  const written = new Set<string>([MARK])
  const put = (path: string, content: string | Uint8Array): void => {
    try {
      writeWhole(folder, path, content)
    } catch (thrown) {
      if (!clearWay(folder, path, written)) throw thrown
      writeWhole(folder, path, content)
    }
    written.add(path)
  }
  return {
    put,
    seal: put,
    prune(others) {
      for (const other of others) written.add(other)
      pruneFolder(folder, folder, written)
    },
  }
}

const claim = (folder: string, site: string): void => {
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
  mkdirSync(join(folder, dirname(MARK)), { recursive: true })
  writeWhole(folder, MARK, MARK_TEXT)
}

/** Takes away what an earlier edition left in the way of a file: a file where a folder must be, or the reverse. */
const clearWay = (folder: string, path: string, written: ReadonlySet<string>): boolean => {
  const names = path.split('/')
  const stale = names
    .map((_, index) => names.slice(0, index + 1).join('/'))
    .find(
      (each) => statSync(join(folder, each), { throwIfNoEntry: false })?.isDirectory() === (each === path),
    )
  if (stale === undefined) return false
  if ([...written].some((each) => each === stale || each.startsWith(`${stale}/`))) return false
  rmSync(join(folder, stale), { recursive: true })
  return true
}

/** Where a file is written before it is given its name; one for all, since a name may be as long as names can be. */
const PARTIAL = 'archive/KANBAO.partial'

/** A file is there whole or not at all. One that holds the same bytes is left alone: its time stamp stays, too. */
const writeWhole = (folder: string, name: string, content: string | Uint8Array): void => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const path = join(folder, name)
  const known = statSync(path, { throwIfNoEntry: false })
  if (known?.isFile() && known.size === bytes.length && readFileSync(path).equals(bytes)) return
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(join(folder, PARTIAL), bytes)
  renameSync(join(folder, PARTIAL), path)
}

const pruneFolder = (root: string, folder: string, kept: ReadonlySet<string>): void => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    // Names with a dot in front are the host's or git's.
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) pruneFolder(root, path, kept)
    else if (!kept.has(relative(root, path).split(sep).join('/'))) rmSync(path)
  }
  if (folder !== root && readdirSync(folder).length === 0) rmdirSync(folder)
}
