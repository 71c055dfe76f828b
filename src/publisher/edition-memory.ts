import type { Edition } from './edition.ts'

/** Keeps an edition in memory, for the development server: bytes by path. */
export const memoryEdition = (): Edition & { readonly files: ReadonlyMap<string, string | Uint8Array> } => {
  const files = new Map<string, string | Uint8Array>()
  const put = (path: string, content: string | Uint8Array): void => {
    files.set(path, content)
  }
  const get = (path: string): string | undefined => {
    const content = files.get(path)
    return content === undefined ? undefined : String(content)
  }
  return { files, put, get, seal: put }
}
