import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, constants } from 'node:zlib'
import { fileAt, TYPES } from '../../journeys/static-server.ts'
import type { Span } from './request-chain.ts'

/** A request below `archive/` that reached the server; times are milliseconds. */
export interface Transfer extends Span {
  /** Of the answer's body, compressed where it is. */
  readonly bytes: number
}

export interface HostServer {
  /** `http://127.0.0.1:PORT/`. */
  readonly url: string
  /** The transfers since the last time this was asked for; a browser's threads make them, too. */
  readonly takeTransfers: () => Transfer[]
  /** Whether any request is under way. */
  readonly isBusy: () => boolean
  /** Whether a browser may keep what is below `archive/`; the app's files it always may. */
  readonly keepArchive: (may: boolean) => void
  readonly stop: () => Promise<void>
}

const IMMUTABLE = 'max-age=31536000, immutable'
/** About what hosts take for files that they compress themselves. */
const QUALITY = 5

/** What a host sends of a file. */
export const sentBody = (type: string, body: Buffer): Buffer => (isText(type) ? compress(body) : body)

const isText = (type: string): boolean => /text|javascript|json|xml/.test(type)

/** Milliseconds that an answer from the archive is on its way: what is asked for meanwhile did not wait for it. */
const WAY = 30

/** Serves an edition as a host does: text in Brotli, `.bin` as it is, and names that never change their bytes for ever. */
export const startHost = async (folder: string): Promise<HostServer> => {
  const compressed = new Map<string, Buffer>()
  const transfers: Transfer[] = []
  let running = 0
  let mayKeep = true
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1)
    const isArchive = path.startsWith('archive/')
    const start = performance.now()
    running++
    response.on('close', () => {
      running--
    })
    const file = fileAt(folder, path)
    if (!file || file === 'folder') {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
      response.end('not found\n')
      return
    }
    const type = TYPES[file.type] ?? 'application/octet-stream'
    const body = compressed.get(path) ?? sentBody(type, file.body)
    if (isText(type)) compressed.set(path, body)
    if (isArchive)
      response.on('close', () => transfers.push({ start, end: performance.now(), bytes: body.length }))
    response.writeHead(200, {
      'content-type': type,
      'content-length': body.length,
      ...(isText(type) && { 'content-encoding': 'br' }),
      'cache-control': isArchive && !mayKeep ? 'no-store' : cachingOf(path),
    })
    if (isArchive) setTimeout(() => response.end(body), WAY)
    else response.end(body)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    takeTransfers: () => transfers.splice(0),
    isBusy: () => running > 0,
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
