// JavaScript, since what bundles the publisher asks for its version before any TypeScript can run.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The nearest folder above that has the project's settings: a bundled program lies deeper than its sources.
 * @param {string} folder
 * @returns {string}
 */
const projectAbove = (folder) =>
  existsSync(join(folder, 'vite.config.ts')) || dirname(folder) === folder
    ? folder
    : projectAbove(dirname(folder))

/** The project's folder. Made without a URL: a test in a browser's stead has one of its own, which Node refuses. */
export const PROJECT = projectAbove(dirname(fileURLToPath(import.meta.url)))

/** What a published article hangs on besides its post: Kanbao itself, its dependencies, and Node's time zones. */
const OF_ARTICLES = ['src/archive', 'src/publisher', 'package-lock.json']

/** What a printed page hangs on besides what it shows. */
const OF_PRINTER = ['src/archive', 'src/reader', 'package-lock.json']

/** What the reader's bundle hangs on. */
const OF_APP = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']

/**
 * @param {readonly string[]} paths
 * @param {readonly (string | undefined)[]} more
 */
const hashOf = (paths, more) => {
  const hash = createHash('sha256').update(JSON.stringify(more))
  for (const path of paths.flatMap(filesAt))
    hash.update(`\0${path}\0`).update(readFileSync(join(PROJECT, path)))
  return hash.digest('hex').slice(0, 24)
}

/** @type {string | undefined} */
let publisher

/**
 * Names this version of the publisher: what it made of a post, another version may make otherwise. A process that
 * stays runs what it has loaded, whatever becomes of the files.
 */
export const publisherVersion = () => {
  publisher ??= hashOf(OF_ARTICLES, [process.versions.node, process.versions.icu, process.versions.tz])
  return publisher
}

/** Names this version of what prints pages. */
export const printerVersion = () => hashOf(OF_PRINTER, []).slice(0, 12)

/**
 * Names this version of the reader, built with these settings.
 * @param {readonly string[]} settings
 */
export const appVersion = (...settings) => hashOf(OF_APP, settings)

/**
 * The file itself, or all files below the folder, sorted.
 * @param {string} path
 * @returns {string[]}
 */
const filesAt = (path) => {
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
