import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

interface Entry {
  readonly bytes: number
  readonly digest: string
}

/** Every file of a folder by its path with slashes. */
export const snapshot = (folder: string): ReadonlyMap<string, Entry> => {
  const files = new Map<string, Entry>()
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const bytes = readFileSync(path)
    const digest = createHash('sha256').update(bytes).digest('base64')
    files.set(relative(folder, path).split(sep).join('/'), { bytes: bytes.length, digest })
  }
  return files
}

/** What a host has to take in and throw away; `bytes` are those of new and changed files. */
export const changesBetween = (before: ReadonlyMap<string, Entry>, after: ReadonlyMap<string, Entry>) => {
  const changes = { added: 0, changed: 0, removed: 0, bytes: 0 }
  for (const [path, { bytes, digest }] of after) {
    const old = before.get(path)
    if (old?.digest === digest) continue
    changes[old ? 'changed' : 'added']++
    changes.bytes += bytes
  }
  for (const path of before.keys()) if (!after.has(path)) changes.removed++
  return changes
}
