import { type Stats, statSync } from 'node:fs'

/** A file system's clock may tick as slowly as this (FAT), and no faster clock tells two changes in a tick apart. */
const GRAIN_MS = 2000

/**
 * A number from 1 to 2^53 - 1 that changes when the file does: size, times and inode, mixed; a symbolic link's are
 * those of the file it leads to. 0, which is never to be trusted, for what is no file that can be looked at, and for
 * one that changed so shortly before `now` (milliseconds) that a next change might not show. An endless `now` trusts all.
 */
export const fileStamp = (path: string, now: number): number => {
  const stat = statOf(path)
  if (!stat?.isFile()) return 0
  const { size, mtimeMs, ctimeMs, ino } = stat
  // A time in the future is either: no clock that we know wrote it.
  return Math.max(mtimeMs, ctimeMs) > now - GRAIN_MS ? 0 : mixed(size, mtimeMs, ctimeMs, ino)
}

const statOf = (path: string): Stats | undefined => {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

const numbers = new Float64Array(4)
const words = new Uint32Array(numbers.buffer)

/** The whole numbers are mixed, fractions of milliseconds included, by two multiplications a word, after cyrb53. */
const mixed = (...parts: [number, number, number, number]): number => {
  numbers.set(parts)
  let low = 0xdeadbeef
  let high = 0x41c6ce57
  for (const word of words) {
    low = Math.imul(low ^ word, 0x9e3779b1)
    high = Math.imul(high ^ word, 0x5f356495)
    // What overflows a product is lost: only turned down do the upper bits reach the lower ones.
    low ^= low >>> 15
    high ^= high >>> 13
  }
  return ((high ^ (low >>> 7)) & 0x1fffff) * 2 ** 32 + ((low ^ (high << 9)) >>> 0) || 1
}
