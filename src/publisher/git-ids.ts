import { resolve } from 'node:path'
import { fileStamp } from './file-stamp.ts'
import { finder, inOrder } from './place-finder.ts'
import { entryTaker, runGit } from './run-git.ts'

/**
 * The blob ids that git knows without reading, at the places of their paths (relative to the folder, with slashes).
 * There is none where git is not sure, or not there: a file that is changed, not tracked, or not a plain file.
 */
export const gitIds = async (
  folder: string,
  paths: readonly string[],
): Promise<readonly (string | undefined)[]> => {
  const index = await indexFile(folder)
  const before = fileStamp(index, Number.POSITIVE_INFINITY)
  if (before === 0) return []
  const placed = inOrder(paths)
  const ids: (string | undefined)[] = Array.from({ length: paths.length })
  const changed = new Uint8Array(paths.length)
  const listed = finder(placed)
  const takeId = entryTaker((bytes, from, to) => {
    if (!isSure(bytes, from)) return
    const path = bytes.toString('utf8', from + HEAD, to)
    const place = listed(path)
    // U+FFFD stands for whatever is not UTF-8, so that the paths of two files may look the same.
    if (place !== undefined && !path.includes('\uFFFD'))
      ids[place] = bytes.toString('latin1', from + ID, from + ID + DIGITS)
  })
  const compared = finder(placed)
  const takeChanged = entryTaker((bytes, from, to) => {
    const place = compared(bytes.toString('utf8', from, to))
    if (place !== undefined) changed[place] = 1
  })
  const [isListed, isCompared] = await Promise.all([
    runGit(folder, LIST, takeId),
    runGit(folder, COMPARE, takeChanged),
  ])
  // A commit or checkout meanwhile: the two may have read different indexes, and do not fit together.
  if (!isListed || !isCompared || fileStamp(index, Number.POSITIVE_INFINITY) !== before) return []
  changed.forEach((isChanged, place) => {
    if (isChanged) ids[place] = undefined
  })
  return ids
}

/**
 * `-v` tells what git was told not to look at (`h`, `S`) from the rest. Attributes under which a blob is not what the
 * file holds are left to git itself, which knows all the places that set them. Line ends are harmless (`text`, `eol`,
 * core.autocrlf): `decode-file` makes them equal. As `.git` is never tracked, it only keeps git from cutting off the
 * folder’s own path before it looks for attributes: version 2.39 did so, and missed the `.gitattributes` below the top.
 */
const LIST = [
  ...['ls-files', '-s', '-v', '-z', '--'],
  ...[':(attr:!filter !ident !working-tree-encoding)', ':(top,literal).git'],
]

/** Compares sizes, times and inodes, and the bytes of what changed as the index was written: git's racy entries. */
const COMPARE = [
  ...['diff-files', '--name-only', '-z', '--relative'],
  ...['--no-renames', '--ignore-submodules=all', '--', '.'],
]

const ID = 'H 100644 '.length
const DIGITS = 40
const HEAD = 'H 100644  0\t'.length + DIGITS
const [H = 0, ZERO = 0, SPACE = 0, TAB = 0] = Buffer.from('H0 \t')

/** Not sure are symbolic links (120000), submodules (160000), stages of a conflict (1 to 3) and ids of SHA-256. */
const isSure = (bytes: Buffer, from: number): boolean =>
  bytes[from] === H &&
  bytes[from + 3] === ZERO &&
  bytes[from + HEAD - 3] === SPACE &&
  bytes[from + HEAD - 2] === ZERO &&
  bytes[from + HEAD - 1] === TAB

const indexFile = async (folder: string): Promise<string> => {
  const chunks: Buffer[] = []
  await runGit(folder, ['rev-parse', '--git-path', 'index'], (chunk) => chunks.push(chunk))
  return resolve(folder, Buffer.concat(chunks).toString().replace(/\n$/, ''))
}
