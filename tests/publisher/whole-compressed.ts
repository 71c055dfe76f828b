import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect } from 'vitest'
import { plainPath } from '../../src/publisher/compressed-files.ts'

/**
 * Fails where a compressed file of a folder gives anything but the file that lies beside it.
 * @returns how many compressed files there are.
 */
export const expectWholeCompressed = (folder: string): number => {
  const compressed = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => plainPath(path) !== undefined,
  )
  expect(compressed.filter((path) => !isOfFileBeside(join(folder, path)))).toEqual([])
  return compressed.length
}

const isOfFileBeside = (path: string): boolean => {
  const plain = plainPath(path) ?? ''
  if (!existsSync(plain)) return false
  const decompress = path.endsWith('.br') ? brotliDecompressSync : gunzipSync
  return decompress(readFileSync(path)).equals(readFileSync(plain))
}
