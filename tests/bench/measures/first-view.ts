import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { ROOT_PATH } from '../../../src/archive/shard-path.ts'

/** What a browser fetches of the site before the first page stands: script, style and preloaded modules. */
const FETCHED = /<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.(?:js|css))"[^>]*>/g

/** The files of the first view with their Brotli bytes (quality 11, as hosts serve static files); the sum first. */
export const firstView = (folder: string): { path: string; bytes: number }[] => {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const linked = [...html.matchAll(FETCHED)].map(([, path = '']) => path.replace(/^(\.?\/)+/, ''))
  const files = ['index.html', ...new Set(linked), ROOT_PATH].map((path) => ({
    path,
    bytes: brotliCompressSync(readFileSync(join(folder, path))).length,
  }))
  return [{ path: 'sum', bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) }, ...files]
}
