import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Crew, FEW_POSTS } from './crew/crew.ts'
import { fileStamp } from './file-stamp.ts'
import { type FoundFiles, findSiteFiles, type SiteFolder } from './find-site-files.ts'
import { type Identity, identifyFiles, type KnownFile } from './identify-files.ts'
import { finder } from './place-finder.ts'
import type { Profile } from './profile.ts'

/** Which files there are, and what each is recognised by: the posts' identities first, then the others'. */
export interface SeenSite {
  readonly found: FoundFiles
  readonly identities: readonly Identity[]
}

export interface SiteToSee extends SiteFolder {
  /** Milliseconds since 1970. */
  readonly now: number
  readonly profile: Profile
  readonly crew: Crew
  /** The only posts to look at; other files then count for nothing, either. */
  readonly only?: readonly string[] | undefined
  /** What was found before, and what changed since: `''` stands for anything. */
  readonly since?: { readonly found: FoundFiles; readonly changed: ReadonlySet<string> } | undefined
  /** Asked when it has been told what each file is recognised by, not before `meanwhile` has ended. */
  known(path: string): KnownFile | undefined
  /** Whether there were very many files the last time. */
  readonly isLarge?: boolean
  /** Whether there is no edition yet, so that every post is to be read. */
  readonly isFirst?: boolean
  /** What this thread can do while git and other threads look. */
  meanwhile?(): void
}

/** Milliseconds in which threads that are there take their work: what keeps this one busy would keep it from them. */
const HANDING_OUT = 50

/**
 * Looks at the files of a site. When it is known what changed since, nothing else is looked at.
 * @throws SiteError when there is no post at all.
 */
export const lookAtSite = async (site: SiteToSee): Promise<SeenSite> => {
  const { folder, only, since, known, now, profile, crew } = site
  if (only) {
    const found = { posts: only, staticFiles: [], problems: [] }
    return { found, identities: only.map(() => ({ id: undefined, stamp: 0 })) }
  }
  if (!since || since.changed.has('')) {
    const start = performance.now()
    let found: FoundFiles
    if (site.isLarge) {
      // One thread lists a million files while this one opens what is known of them; then all stamp them.
      await crew.start()
      const finding = crew.find(site)
      await wait(HANDING_OUT)
      site.meanwhile?.()
      found = await finding
    } else found = findSiteFiles(site)
    profile.add('find', performance.now() - start, 1, 0)
    // Threads take half a second to be ready, in which this one looks at the files.
    if (site.isFirst && found.posts.length >= FEW_POSTS) void crew.start()
    const paths = [...found.posts, ...found.staticFiles]
    const identified = performance.now()
    const identifying = identifyFiles(folder, paths, known, now, crew.stamp)
    if (!site.isLarge) site.meanwhile?.()
    const identities = await identifying
    profile.add('identify', performance.now() - identified, paths.length, 0)
    return { found, identities }
  }
  const { changed } = since
  const isSameSet = areListedFiles(folder, changed, since.found)
  const found = isSameSet ? since.found : findSiteFiles(site)
  const isChanged = isSameSet
    ? (path: string) => changed.has(path)
    : (path: string) => isWithin(path, changed)
  const identities = [...found.posts, ...found.staticFiles].map((path): Identity => {
    const earlier = isChanged(path) ? undefined : known(path)
    return earlier ?? { id: undefined, stamp: fileStamp(join(folder, path), now) }
  })
  return { found, identities }
}

/** Whether all these are files that were found before: then there are neither more files nor fewer. */
export const areListedFiles = (folder: string, paths: ReadonlySet<string>, found: FoundFiles): boolean => {
  const finders = [finder({ sorted: found.posts }), finder({ sorted: found.staticFiles })]
  return [...paths].every(
    (path) => finders.some((find) => find(path) !== undefined) && isPlainFile(join(folder, path)),
  )
}

const isPlainFile = (path: string): boolean => {
  try {
    return lstatSync(path).isFile()
  } catch {
    return false
  }
}

/** Whether a path, or a folder that it is in, is one of these. */
const isWithin = (path: string, changed: ReadonlySet<string>): boolean => {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1))
    if (changed.has(path.slice(0, end))) return true
  return false
}
