import type { IncomingMessage, ServerResponse } from 'node:http'

/** What stands at a path of an edition; nothing where there is no such file. */
export type ReadPath = (path: string) => Promise<string | Uint8Array | undefined>

/**
 * Answers a request for a file of an edition that stands below `base`, and hands on any other. Only shards are
 * answered for when they are missing: a category may be named archive, too.
 */
export const answerRequest = async (
  request: IncomingMessage,
  response: ServerResponse,
  { base, read, next }: { base: string; read: ReadPath; next: () => void },
): Promise<void> => {
  const path = pathOf(request.url ?? '', base)
  const content = path === undefined ? undefined : await read(path)
  if (path === undefined || (content === undefined && !/^archive\/.*\.(json|bin)$/.test(path))) return next()
  response.statusCode = content === undefined ? 404 : 200
  response.setHeader('Content-Type', TYPES[path.slice(path.lastIndexOf('.'))] ?? 'application/octet-stream')
  response.setHeader('Cache-Control', 'no-cache')
  response.end(content)
}

/** Names that lead out of a folder, or that no file has. */
const ASTRAY = /(^|[/\\])\.{0,2}([/\\]|$)|\0/

/** The path below the base; nothing for an address that is elsewhere, leads elsewhere or cannot be decoded. */
const pathOf = (url: string, base: string): string | undefined => {
  const [path = ''] = url.split('?')
  if (!path.startsWith(base)) return undefined
  try {
    const decoded = decodeURI(path.slice(base.length))
    return ASTRAY.test(decoded) ? undefined : decoded
  } catch {
    return undefined
  }
}

const TYPES: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.txt': 'text/plain; charset=utf-8',
})
