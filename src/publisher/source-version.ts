import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. Made without a URL: a test in a browser's stead has one of its own, which Node refuses. */
export const PROJECT = join(fileURLToPath(import.meta.url), '../../..')

/** What a published article hangs on besides its post: Kanbao itself, its dependencies, and Node's time zones. */
const OF_ARTICLES = ['src/archive', 'src/publisher', 'package-lock.json']

/** What the reader's bundle hangs on. */
const OF_APP = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']

const hashOf = (paths: readonly string[], ...more: readonly (string | undefined)[]): string => {
  const hash = createHash('sha256').update(JSON.stringify(more))
  for (const path of paths.flatMap(filesAt))
    hash.update(`\0${path}\0`).update(readFileSync(join(PROJECT, path)))
  return hash.digest('hex').slice(0, 24)
}

let publisher: string | undefined

/**
 * Names this version of the publisher: what it made of a post, another version may make otherwise. A process that
 * stays runs what it has loaded, whatever becomes of the files.
 */
export const publisherVersion = (): string => {
  publisher ??= hashOf(OF_ARTICLES, process.versions.node, process.versions.icu, process.versions.tz)
  return publisher
}

/** Names this version of the reader, built with these settings. */
export const appVersion = (...settings: readonly string[]): string => hashOf(OF_APP, ...settings)

/** The file itself, or all files below the folder, sorted. */
const filesAt = (path: string): string[] => {
  try {
    return readdirSync(join(PROJECT, path), { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) =>
        entry.isDirectory() ? filesAt(`${path}/${entry.name}`) : [`${path}/${entry.name}`],
      )
  } catch {
    return [path]
  }
}
