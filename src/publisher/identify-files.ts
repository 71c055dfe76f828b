import { createHash } from 'node:crypto'
import { fileStamp } from './file-stamp.ts'
import { gitIds } from './git-ids.ts'

/** What an earlier publish knew of a file. */
export interface KnownFile {
  readonly id: string
  /** 0: not known */
  readonly stamp: number
}

/** What a file is recognised by. */
export interface Identity {
  /** The content's git blob id (40 hex digits), or undefined when the file must be read to know. */
  readonly id: string | undefined
  /** The file's stamp as it was before any reading, or 0 when it must not be trusted later. */
  readonly stamp: number
}

/** Stamps files, in order: `fileStamp` of each, wherever that is done. */
export type StampFiles = (folder: string, paths: readonly string[], now: number) => Promise<Float64Array>

const stampHere: StampFiles = async (folder, paths, now) =>
  Float64Array.from(paths, (path) => fileStamp(`${folder}/${path}`, now))

/**
 * For each path (relative to folder, with slashes), in order. `known(path)` is what an earlier publish knew; `now` is
 * the clock's milliseconds. Equal ids mean equal text, but for line ends: git's are of a file with its own.
 */
export const identifyFiles = async (
  folder: string,
  paths: readonly string[],
  known: (path: string) => KnownFile | undefined,
  now: number,
  stampFiles: StampFiles = stampHere,
): Promise<readonly Identity[]> => {
  const ids = await gitIds(folder, paths)
  const unsure = ids.length === 0 ? paths : paths.filter((_, place) => ids[place] === undefined)
  const stamps = await stampFiles(folder, unsure, now)
  let next = 0
  return paths.map((path, place) => {
    const earlier = known(path)
    const id = ids[place]
    // Git has looked at the file, so that we need not. The earlier stamp still stands for the same content.
    if (id !== undefined) return earlier?.id === id ? earlier : { id, stamp: 0 }
    const stamp = stamps[next++] ?? 0
    return stamp !== 0 && stamp === earlier?.stamp ? earlier : { id: undefined, stamp }
  })
}

/** The git blob id of bytes: SHA-1, in repositories of SHA-256 too, of "blob <n>\0" and the bytes. */
export const blobId = (bytes: Uint8Array): string =>
  createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
