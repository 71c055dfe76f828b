import { createHash } from 'node:crypto'
import { BASE_32 } from '../archive/name.ts'
import type { ShardKind, ShardOf } from '../archive/shard-kinds.ts'
import { shardPath } from '../archive/shard-path.ts'
import { passingBytes } from './passing-bytes.ts'

/** Where the files of an edition go. Paths are relative to the site's base, with slashes. */
export interface Edition {
  /** The folder it is written into, where there is one: then several threads may write to it. */
  readonly folder?: string
  /** Bytes are not held on to: their memory may be used again. */
  put(path: string, content: string | Uint8Array): void
  /** What stands at a path now, of this edition or the one before; nothing where there is no such file. */
  get(path: string): string | undefined
  /** The same as bytes, whatever they are. */
  bytes(path: string): Uint8Array | undefined
  /** How many bytes stand at a path. */
  size(path: string): number | undefined
  /** Puts the root, last and at once: with it the edition is there. */
  seal(path: string, content: string): void
}

/** An edition that nobody will read, for a publish that only looks. */
export const noEdition: Edition = {
  put: () => {},
  get: () => undefined,
  bytes: () => undefined,
  size: () => undefined,
  seal: () => {},
}

/** The first 60 bits of the SHA-256 of the bytes, as 12 characters of base 32 (FORMAT.md, "Names"). */
export const nameOf = (content: string | Uint8Array): string => {
  const digest = createHash('sha256').update(content).digest()
  let name = ''
  for (let bit = 0; bit < 60; bit += 5) {
    const pair = (digest.readUInt8(bit >> 3) << 8) | digest.readUInt8((bit >> 3) + 1)
    name += BASE_32[(pair >> (11 - (bit & 7))) & 31]
  }
  return name
}

/** Writes a shard under the name its content gives it, and returns the name. */
export const putShard = <K extends ShardKind>(edition: Edition, kind: K, shard: ShardOf<K>): string =>
  putJson(edition, kind, JSON.stringify(shard))

/** The same for a shard that is JSON already. */
export const putJson = (edition: Edition, kind: ShardKind, json: string): string => {
  const { bytes } = passingBytes(json)
  const name = nameOf(bytes)
  edition.put(shardPath(kind, name), bytes)
  return name
}
