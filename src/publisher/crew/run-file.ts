import { closeSync, mkdirSync, openSync, readSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PARTS, type PartedRun } from './term-run.ts'

const HEAD_BYTES = 4 * (PARTS + 1)

/** Where a run waits on the disk: an index of an archive does not fit memory. */
export const runFile = (spool: string, run: number): string => join(spool, 'runs', `${run}.bin`)

/** Writes a run: where its parts begin, all keys, all values; in this machine's order of bytes. */
export const writeRun = (path: string, { starts, keys, values }: PartedRun): void => {
  mkdirSync(dirname(path), { recursive: true })
  const file = openSync(path, 'w')
  try {
    // One after another: to join them first would copy them.
    for (const array of [starts, keys, values]) writeFileSync(file, bytesOf(array))
  } finally {
    closeSync(file)
  }
}

const bytesOf = (array: Uint32Array | Uint16Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength)

/** Terms of some parts of a run. */
export interface RunSlice {
  readonly keys: Uint32Array
  readonly values: Uint16Array
}

/** Reads the parts from `first` up to `last` of a run. */
export const readRunParts = (path: string, first: number, last: number): RunSlice => {
  const file = openSync(path, 'r')
  try {
    const starts = new Uint32Array(PARTS + 1)
    fill(file, bytesOf(starts), 0)
    const [start = 0, end = 0, all = 0] = [starts[first], starts[last], starts[PARTS]]
    const keys = new Uint32Array(end - start)
    const values = new Uint16Array(end - start)
    fill(file, bytesOf(keys), HEAD_BYTES + 4 * start)
    fill(file, bytesOf(values), HEAD_BYTES + 4 * all + 2 * start)
    return { keys, values }
  } finally {
    closeSync(file)
  }
}

const fill = (file: number, bytes: Uint8Array, from: number): void => {
  for (let read = 0; read < bytes.length; ) {
    const more = readSync(file, bytes, read, bytes.length - read, from + read)
    if (more === 0) throw new Error('a run of terms is cut off')
    read += more
  }
}
