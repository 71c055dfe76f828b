import { lstatSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { compressedPaths, plainPath } from './compressed-files.ts'

/** What to do with files that the edition of a folder does not need any more. */
export interface Waste {
  /** To be removed now. */
  readonly removed: readonly string[]
  /** To be removed when their time has come, with the moment since when nothing leads to them. */
  readonly retired: ReadonlyMap<string, number>
}

export interface Leftovers {
  /** Files that were part of the edition before and are not part of this one. */
  readonly gone: Iterable<string>
  /** Files that were retired before. */
  readonly retired: ReadonlyMap<string, number>
  /** Whether a file is part of this edition. */
  isCurrent(path: string): boolean
  /** Milliseconds since 1970. */
  readonly now: number
  /** How long a retired file stays, in milliseconds. */
  readonly grace: number
}

/**
 * Files that an open page may still ask for: shards, and the parts of the reader that it loads when needed. What ends
 * in .html there is the page of an article in a category of that name. Pages of a feed's archive may be asked for by
 * whoever got the feed from a cache.
 */
const ASKED_FOR = /^(archive|app|feed\/archive)\/.*(?<!\.html?)$/i

/**
 * Sorts leftovers. A shard of an earlier edition stays for a while, since a reader holds the root it began with as
 * long as its page is open (FORMAT.md, "Publishing"); a page whose article is gone is to be gone at once.
 */
export const sortWaste = ({ gone, retired, isCurrent, now, grace }: Leftovers): Waste => {
  const removed: string[] = []
  const waiting = new Map<string, number>()
  /** What is compressed of a file goes with it, and first: a server may give it without a look at the file. */
  const remove = (path: string): void => {
    removed.push(...compressedPaths(path).filter((each) => !isCurrent(each)), path)
  }
  const leave = (path: string, since: number): void => {
    if (isCurrent(path)) return
    // A clock that went back must not keep a file for ever.
    if (!ASKED_FOR.test(plainPath(path) ?? path) || now - since >= grace) remove(path)
    else waiting.set(path, Math.min(since, now))
  }
  for (const [path, since] of retired) leave(path, since)
  for (const path of gone) if (!waiting.has(path)) leave(path, now)
  // What is compressed of a file that waits goes with it, and may come back with it.
  for (const path of [...waiting.keys()]) if (waiting.has(plainPath(path) ?? '')) waiting.delete(path)
  return { removed, retired: waiting }
}

/** Removes files, and the folders that are empty then. Paths are relative, with slashes. */
export const removeFiles = (folder: string, paths: Iterable<string>): void => {
  for (const path of paths) {
    if (isFile(join(folder, path))) rmSync(join(folder, path))
    removeEmpty(folder, dirname(path))
  }
}

/** False when a folder has taken the place of a file, or a file that of its folder: then it is gone already. */
const isFile = (path: string): boolean => {
  try {
    return !lstatSync(path).isDirectory()
  } catch {
    return false
  }
}

const removeEmpty = (folder: string, below: string): void => {
  try {
    for (let path = below; path !== '.'; path = dirname(path)) rmdirSync(join(folder, path))
  } catch {
    // It is not empty, or gone already.
  }
}

/** Every file of a folder, relative, with slashes. Names with a dot in front are the host's or git's. */
export const filesBelow = function* (folder: string, below = folder): Generator<string> {
  for (const entry of readdirSync(below, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue
    const path = join(below, entry.name)
    if (entry.isDirectory()) yield* filesBelow(folder, path)
    else yield relative(folder, path).split(sep).join('/')
  }
}
