import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
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
  const parts = articles.map((json) => Buffer.from(json))
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, Buffer.concat(parts))
  let start = 0
  return parts.map(({ length }) => {
    const span = { batch, start, end: start + length }
    start = span.end
    return span
  })
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
