import type { Edition } from './edition.ts'

/** Keeps an edition in memory, for the development server: bytes by path. */
export const memoryEdition = (): Edition & { readonly files: ReadonlyMap<string, string | Uint8Array> } => {
  const files = new Map<string, string | Uint8Array>()
  const put = (path: string, content: string | Uint8Array): void => {
    files.set(path, typeof content === 'string' ? content : Buffer.from(content))
  }
  const get = (path: string): string | undefined => {
    const content = files.get(path)
    return content === undefined ? undefined : String(content)
  }
  const bytes = (path: string): Uint8Array | undefined => {
    const content = files.get(path)
    return typeof content === 'string' ? Buffer.from(content) : content
  }
  return { files, put, get, bytes, size: (path) => bytes(path)?.length, seal: put }
}
