import { readFileSync, statSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, sep } from 'node:path'

/**
 * How a path fails: `drop` closes the connection, as a lost network does; `down` answers 503; `missing` 404;
 * `cut` sends the first half of the file; `other` sends a page of HTML, as some hosts do with status 200.
 */
export type Fault = 'drop' | 'down' | 'missing' | 'cut' | 'other'

export interface StaticServer {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string
  /** The origin and the base, with a slash at the end. */
  readonly url: string
  /** The paths asked for, below the base, as they came in. */
  readonly requests: string[]
  /** Bytes of all bodies sent. */
  readonly bytes: () => number
  /** Forgets the requests and bytes so far. */
  readonly reset: () => void
  /** Lets the paths fail from now on; without a fault they are well again. */
  readonly fail: (paths: RegExp, fault?: Fault) => void
  readonly stop: () => Promise<void>
}

/** Content types by the end of a file's name. */
export const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** Serves a folder as a plain host does: no rewriting, `404.html` with status 404 for what is not there. */
export const startServer = async (folder: string, base = '/'): Promise<StaticServer> => {
  const requests: string[] = []
  const faults = new Map<string, { paths: RegExp; fault: Fault }>()
  let bytes = 0
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const path = pathname.startsWith(base) ? pathname.slice(base.length) : undefined
    requests.push(path ?? pathname)
    const fault = [...faults.values()].find(({ paths }) => paths.test(path ?? pathname))?.fault
    if (fault === 'drop') request.socket.destroy()
    else if (request.method !== 'GET' && request.method !== 'HEAD')
      send(response, 405, '.txt', 'GET or HEAD only\n')
    else if (fault === 'down') send(response, 503, '.txt', 'down for a while\n')
    else if (fault === 'other') send(response, 200, '.html', '<!doctype html><title>Welcome</title>')
    else {
      const file = path === undefined || fault === 'missing' ? undefined : fileAt(folder, path)
      if (file === 'folder') send(response, 301, '.txt', '', { location: `${pathname}/` })
      else if (file) bytes += send(response, 200, file.type, fault === 'cut' ? half(file.body) : file.body)
      else bytes += send(response, 404, '.html', notFoundPage(folder))
    }
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    url: origin + base,
    requests,
    bytes: () => bytes,
    reset: () => {
      requests.length = 0
      bytes = 0
    },
    fail: (paths, fault) => {
      if (fault) faults.set(paths.source, { paths, fault })
      else faults.delete(paths.source)
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export interface ServedFile {
  readonly type: string
  readonly body: Buffer
}

const half = (body: Buffer): Buffer => body.subarray(0, Math.floor(body.length / 2))

/** The file at a path below the base; 'folder' for one that is asked for without its slash. */
export const fileAt = (folder: string, path: string): ServedFile | 'folder' | undefined => {
  const place = placeOf(folder, path)
  if (!place) return undefined
  const found = statSync(place, { throwIfNoEntry: false })
  if (found?.isDirectory() && path !== '' && !path.endsWith('/')) return 'folder'
  const file = found?.isDirectory() ? join(place, 'index.html') : place
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return undefined
  return { type: extname(file).toLowerCase(), body: readFileSync(file) }
}

const placeOf = (folder: string, path: string): string | undefined => {
  try {
    const place = normalize(join(folder, decodeURIComponent(path)))
    return place.startsWith(normalize(folder + sep)) || place === normalize(folder) ? place : undefined
  } catch {
    return undefined // not percent-encoding
  }
}

const notFoundPage = (folder: string): Buffer => {
  const page = fileAt(folder, '404.html')
  return page && page !== 'folder' ? page.body : Buffer.from('<!doctype html><title>404</title>')
}

const send = (
  response: ServerResponse,
  status: number,
  type: string,
  body: Buffer | string,
  headers: Record<string, string> = {},
): number => {
  const bytes = Buffer.from(body)
  response.writeHead(status, {
    'content-type': TYPES[type] ?? 'application/octet-stream',
    'content-length': bytes.length,
    // What a journey sees is what lies on the disk now.
    'cache-control': 'no-cache',
    ...headers,
  })
  response.end(response.req.method === 'HEAD' ? undefined : bytes)
  return bytes.length
}
