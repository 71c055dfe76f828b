import { filePath, isOwnFile, pagePath } from '../page-path.ts'

/** Gives addresses their files, first come, first served. */
export interface FileClaims {
  /** The file for an address, or nothing: no file can bear it, or another address has that file. */
  claim(address: string): string | undefined
  /** The same for an address that is known to be no other's: quicker, where there are a million. */
  claimOwn(address: string): string | undefined
  /** Claims a file that is no page, under the very name that its address gives it. */
  claimFile(address: string): string | undefined
  /** Whether a file is an address's already. */
  has(path: string): boolean
}

/** A folder named like a file: only then can one address be a folder of another. */
const LIKE_A_FILE = /\.[^/]*\//

/**
 * Starts from the files that are there anyhow. The claims are settled here and not by a file system that refuses:
 * pages are written by several threads, and which address is refused must not hang on who comes first.
 */
export const claimFiles = (taken: readonly string[]): FileClaims => {
  const files = new Set<string>()
  const folders = new Set<string>()
  // A plain file without an ending (LICENSE) may be in the way of any folder.
  const isBareName = taken.some((path) => !/\.[^/]*$/.test(path))
  /** Folders of a file that may be another's file. */
  const riskyFolders = (path: string): readonly string[] =>
    isBareName || LIKE_A_FILE.test(path) ? foldersOf(path) : NONE
  const take = (path: string, above: readonly string[]): void => {
    files.add(path)
    for (const folder of above) folders.add(folder)
  }
  for (const path of taken) take(path, riskyFolders(path))
  // Files of own addresses that are their names: nobody else asks for them, as a rule.
  const plain: string[] = []
  const settlePlain = (): void => {
    for (const path of plain.splice(0)) take(path, riskyFolders(path))
  }
  const claimPath = (path: string | undefined): string | undefined => {
    settlePlain()
    if (path === undefined || files.has(path) || folders.has(path)) return undefined
    const above = riskyFolders(path)
    if (above.some((folder) => files.has(folder))) return undefined
    take(path, above)
    return path
  }
  const claim = (address: string): string | undefined => claimPath(pagePath(address))
  return {
    claim,
    claimFile: (address) => claimPath(filePath(address)),
    claimOwn(address) {
      const path = isOwnFile(address) ? address.slice(1) : undefined
      const isFree = path !== undefined && !files.has(path) && !folders.has(path)
      if (!isFree || riskyFolders(path).length > 0) return claim(address)
      plain.push(path)
      return path
    },
    has(path) {
      if (files.has(path)) return true
      settlePlain()
      return files.has(path)
    },
  }
}

const NONE: readonly string[] = []

/** `a/b/c.html` → `a`, `a/b`. */
const foldersOf = (path: string): string[] => {
  const names = path.split('/').slice(0, -1)
  return names.map((_, index) => names.slice(0, index + 1).join('/'))
}
