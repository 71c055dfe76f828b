import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { readWhole, writeWhole } from './ledger/kept-file.ts'

/** The built reader: its files by path, and the shell that pages are made from. */
export interface ReaderApp {
  readonly template: string
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** A built reader as JSON; its files are in base 64. */
interface KeptApp {
  readonly version: string
  readonly template: string
  readonly files: readonly [path: string, content: string][]
}

const placeIn = (folder: string): string => join(folder, 'app.json')

const readKept = (folder: string): KeptApp | undefined => {
  const text = readWhole(placeIn(folder))
  return text === undefined ? undefined : (JSON.parse(text) as KeptApp)
}

/** Keeps a built reader in a folder, so that a publish with the same one need not bundle again. */
export const keepApp = (folder: string, version: string, { template, files }: ReaderApp): void => {
  if (readKept(folder)?.version === version) return
  const encoded = [...files].map(([path, content]): [string, string] => [
    path,
    Buffer.from(content).toString('base64'),
  ])
  const kept: KeptApp = { version, template, files: encoded }
  // Two publishes of two sites may share the folder.
  const own = `${placeIn(folder)}.${process.pid}`
  writeWhole(own, JSON.stringify(kept))
  renameSync(own, placeIn(folder))
}

/** The built reader of this version, if it was kept and is whole. */
export const keptApp = (folder: string, version: string): ReaderApp | undefined => {
  const kept = readKept(folder)
  if (kept?.version !== version) return undefined
  const files = kept.files.map(([path, content]): [string, Buffer] => [path, Buffer.from(content, 'base64')])
  return { template: kept.template, files: new Map(files) }
}

/** What lies in `public/`, by path: it stands in every edition as it is. */
export const publicFiles = (folder: string): ReadonlyMap<string, Uint8Array> =>
  new Map(
    folder && existsSync(folder)
      ? readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .map((path): [string, Uint8Array] => [
            path.slice(folder.length + 1).replaceAll('\\', '/'),
            readFileSync(path),
          ])
      : [],
  )
