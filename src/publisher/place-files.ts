import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { addressKey } from '../archive/address-key.ts'
import type { Article } from '../archive/article.ts'
import { plainPath } from './compressed-files.ts'
import type { Identity } from './identify-files.ts'
import type { KnownFile } from './ledger/ledger.ts'
import { pageToArticle } from './page-to-article.ts'
import { noteFor, type Problem } from './problems.ts'
import type { SiteConfig } from './site-config.ts'
import { decodeFile } from './stages/decode-file.ts'

/** Names that the edition uses itself. */
const OWN = /^(index\.html|404\.html|(archive|app|category)\/.*)$/

/** Files of a site that are no posts, once it is known what each is. */
export interface PlacedFiles {
  /** The site's pages, in the order of their files. */
  readonly pages: readonly Article[]
  /** Paths of files that are to stand in the edition as they are. */
  readonly copied: readonly string[]
  /** Those of them that are not there yet, or may be gone from there: the compressed ones of others. */
  readonly fresh: readonly string[]
  readonly known: ReadonlyMap<string, KnownFile>
}

export interface FilesToPlace {
  /** The site folder. */
  readonly folder: string
  readonly config: SiteConfig
  readonly paths: readonly string[]
  identityOf(path: string): Identity | undefined
  /** What an earlier publish copied and what is there still. */
  readonly known: ReadonlyMap<string, KnownFile>
  /** Whether an address is an article's. */
  isTaken(key: string): boolean
}

/** Tells what Jekyll copies as it is from pages, and reads the pages. Nothing is written. */
export const placeFiles = (files: FilesToPlace, problems: Problem[]): PlacedFiles => {
  const { folder, config } = files
  const pages = new Map<string, Article>()
  const copied: string[] = []
  const fresh: string[] = []
  const known = new Map<string, KnownFile>()
  const isTaken = (key: string): boolean => files.isTaken(key) || pages.has(key)
  const own = new Set(files.paths)
  for (const path of files.paths) {
    const note = noteFor(problems, path)
    const { id, stamp = 0 } = files.identityOf(path) ?? {}
    const before = files.known.get(path)
    const isKnown = before !== undefined && before.id === id
    const isPage = isKnown ? before.isPage : beginsWithFrontMatter(join(folder, path))
    const bytes = isKnown ? before.bytes : statSync(join(folder, path)).size
    // Without git's id the stamp alone tells whether the file is as it was.
    const keep = () => known.set(path, { id: id ?? '', stamp, isPage, bytes })
    if (isPage) {
      keep()
      // What keeps crawlers away is not replaced without a word.
      if (path === 'robots.txt') note('file', 'has front matter, and Liquid is not run', 'left out', 1)
      // Another file with front matter is a program of Jekyll's: a style sheet, a feed.
      if (!/\.(md|markdown|html?)$/i.test(path)) continue
      const text = decodeFile(readFileSync(join(folder, path)), note)
      const page = pageToArticle({ path, text }, config, problems)
      const key = page && addressKey(page.permalink)
      if (key !== undefined && isTaken(key))
        note('address', `has the address ${page?.permalink} of another`, 'left out', 1)
      else if (page && key !== undefined) pages.set(key, page)
    } else if (isTaken(`/${path}`)) note('file', 'has the address of an article', 'left out', 1)
    else if (OWN.test(path)) note('file', 'has the name of a file of Kanbao’s', 'left out', 1)
    else if (config.precompress && own.has(plainPath(path) ?? ''))
      note('file', 'is compressed by Kanbao itself', 'made anew', 1)
    else {
      // One that is left out is not kept: it would be taken for one that is in the edition already.
      keep()
      copied.push(path)
      // Whoever replaces a file takes away what was compressed of it, whoever made that.
      if (!isKnown || plainPath(path) !== undefined) fresh.push(path)
    }
  }
  return { pages: [...pages.values()], copied, fresh, known }
}

const beginsWithFrontMatter = (path: string): boolean => {
  const file = openSync(path, 'r')
  try {
    const start = Buffer.alloc(3)
    readSync(file, start, 0, start.length, 0)
    return start.toString() === '---'
  } finally {
    closeSync(file)
  }
}
