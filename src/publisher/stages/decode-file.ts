import { isUtf8 } from 'node:buffer'
import type { Note } from '../problems.ts'
import { textOf } from '../text-of.ts'

/** A post larger than this is named in the report: it weighs on whoever opens it. */
const LARGE_BYTES = 1024 * 1024

/**
 * Bytes → text, without a byte order mark, with line feeds as line ends. What is not UTF-8 is read as GB 18030 if
 * that fits (old Chinese editors wrote it), else with a replacement character for each byte that has no meaning.
 */
export const decodeFile = (bytes: Uint8Array, note: Note): string => {
  if (bytes.length > LARGE_BYTES)
    note('size', `has ${(bytes.length / 1024 / 1024).toFixed(1)} MB`, 'kept whole, in a file of its own', 1)
  const text = decode(bytes, note)
  const lines = text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text
  return lines.includes('\0') ? lines.replaceAll('\0', '\uFFFD') : lines
}

const decode = (bytes: Uint8Array, note: Note): string => {
  if (isUtf8(bytes)) return textOf(bytes).replace(/^\uFEFF/, '')
  const lossy = new TextDecoder('utf-8').decode(bytes)
  const line = lossy.slice(0, lossy.indexOf('\uFFFD')).split('\n').length
  try {
    if (isMostlySound(lossy)) throw new TypeError('UTF-8 with a broken place')
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes)
    note('encoding', 'is not UTF-8', 'read as GB 18030', line)
    return text
  } catch {
    note('encoding', 'is not UTF-8', 'put a replacement character for each broken byte', line)
    return lossy
  }
}

/** A post cut off within a character often fits GB 18030 too, as nonsense: what most of it is, all of it is. */
const isMostlySound = (lossy: string): boolean => {
  const foreign = lossy.match(/[^\0-\x7F]/g) ?? []
  const broken = lossy.match(/\uFFFD/g) ?? []
  return broken.length * 2 < foreign.length
}
