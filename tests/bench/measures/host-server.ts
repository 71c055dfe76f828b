import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, constants } from 'node:zlib'
import { fileAt, TYPES } from '../../journeys/static-server.ts'

export interface HostServer {
  /** `http://127.0.0.1:PORT/`. */
  readonly url: string
  /** Requests below `archive/` so far. */
  readonly archiveRequests: () => number
  /** Whether a browser may keep what is below `archive/`; the app's files it always may. */
  readonly keepArchive: (may: boolean) => void
  readonly stop: () => Promise<void>
}

const IMMUTABLE = 'max-age=31536000, immutable'
/** About what hosts take for files that they compress themselves. */
const QUALITY = 5

/** Serves an edition as a host does: text in Brotli, `.bin` as it is, and names that never change their bytes for ever. */
export const startHost = async (folder: string): Promise<HostServer> => {
  const compressed = new Map<string, Buffer>()
  let requests = 0
  let mayKeep = true
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1)
    const isArchive = path.startsWith('archive/')
    if (isArchive) requests++
    const file = fileAt(folder, path)
    if (!file || file === 'folder') {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
      response.end('not found\n')
      return
    }
    const type = TYPES[file.type] ?? 'application/octet-stream'
    const isText = /text|javascript|json|xml/.test(type)
    const body = isText ? (compressed.get(path) ?? compress(file.body)) : file.body
    if (isText) compressed.set(path, body)
    response.writeHead(200, {
      'content-type': type,
      'content-length': body.length,
      ...(isText && { 'content-encoding': 'br' }),
      'cache-control': isArchive && !mayKeep ? 'no-store' : cachingOf(path),
    })
    response.end(body)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    archiveRequests: () => requests,
    keepArchive: (may) => {
      mayKeep = may
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const cachingOf = (path: string): string =>
  /^(archive|app)\//.test(path) && path !== 'archive/root.json' ? IMMUTABLE : 'no-cache'

const compress = (body: Buffer): Buffer =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } })
