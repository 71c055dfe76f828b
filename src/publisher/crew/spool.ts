import { mkdirSync, readFileSync, unlink, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { passingBytes } from '../passing-bytes.ts'
import { textOf } from '../text-of.ts'

/** Where an article's JSON waits between reading and packing: bytes `start` to `end` of a batch's file. */
export interface Span {
  readonly batch: number
  readonly start: number
  readonly end: number
}

/** Batches in one folder: file systems slow down where a folder holds very many. */
const IN_FOLDER = 1000

const fileOf = (folder: string, batch: number): string =>
  join(folder, String(Math.floor(batch / IN_FOLDER)), `${batch}.json`)

/**
 * Puts the articles of a batch away. An archive has more articles than memory; the disk has held their posts, so it
 * has room for them.
 */
export const spoolBatch = (folder: string, batch: number, articles: readonly string[]): Span[] => {
  const path = fileOf(folder, batch)
  const { bytes, ends } = passingBytes(...articles)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
  return ends.map((end, place) => ({ batch, start: ends[place - 1] ?? 0, end }))
}

/** Reads articles back; a batch is read once for all that ask for it in a row of calls. */
export const openSpool = (folder: string): ((span: Span) => string) => {
  const batches = new Map<number, Buffer>()
  return ({ batch, start, end }) => {
    const bytes = batches.get(batch) ?? readFileSync(fileOf(folder, batch))
    batches.set(batch, bytes)
    return textOf(bytes.subarray(start, end))
  }
}

/**
 * Takes batches away as soon as each of their articles has been named to it: most are gone before the system has begun
 * to write them, and a folder of them all would keep the publish waiting at its end for as long as that takes.
 */
export const spoolEmptier = (folder: string, spans: Iterable<Span>): ((span: Span) => void) => {
  const left = new Map<number, number>()
  for (const { batch } of spans) left.set(batch, (left.get(batch) ?? 0) + 1)
  return ({ batch }) => {
    const others = (left.get(batch) ?? 0) - 1
    left.set(batch, others)
    if (others === 0) letGo(fileOf(folder, batch))
  }
}

/** Takes a file away meanwhile. What is still there when the publish ends goes with its folder. */
export const letGo = (path: string): void => unlink(path, () => {})
