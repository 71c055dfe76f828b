import type { Crew } from './crew/crew.ts'
import type { PostToRead } from './crew/read-posts.ts'
import type { FoundFiles } from './find-site-files.ts'
import type { Identity, KnownFile } from './identify-files.ts'
import { NO_LEDGER, type OpenLedger } from './ledger/ledger.ts'
import { lookAtSite } from './look-at-site.ts'
import { finder } from './place-finder.ts'
import type { PostRecord } from './post-record.ts'
import { compare, type Problem } from './problems.ts'
import type { Profile } from './profile.ts'
import type { Progress } from './progress.ts'
import type { Since } from './publish-memory.ts'
import { isUnread, openReadingRoom, type ReadingRoom } from './reading-room.ts'
import type { SiteConfig } from './site-config.ts'

/** All posts of a site, as records. */
export interface ReadSite {
  readonly room: ReadingRoom
  readonly known: OpenLedger
  /** Sorted by path. */
  readonly records: readonly PostRecord[]
  /** Posts whose files have another stamp than they had, and the same content. */
  readonly restamped: ReadonlySet<PostRecord>
  /** How many posts there are, those that cannot be read included. */
  readonly posts: number
  readonly found: FoundFiles
  identityOf(path: string): Identity | undefined
}

export interface SiteToRead {
  readonly folder: string
  readonly config: SiteConfig
  openLedger(): OpenLedger
  readonly spool: string
  readonly crew: Crew
  readonly progress: Progress
  readonly profile: Profile
  /** What lies in the site and is no part of it: the folder of the edition, and what stands beside that. */
  readonly without: readonly string[]
  /** Milliseconds since 1970. */
  readonly now: number
  readonly isLarge?: boolean
  readonly isFirst?: boolean
  readonly only?: readonly string[] | undefined
  readonly since: Since | undefined
}

/**
 * Finds the posts of a site and reads those that are new or changed.
 * @throws SiteError when there is no post at all.
 */
export const readSite = async (site: SiteToRead, problems: Problem[]): Promise<ReadSite> => {
  const { folder, config, spool, crew, progress } = site
  let ledger = NO_LEDGER
  let recordAt: (path: string) => PostRecord | undefined = () => undefined
  const open = (): void => {
    ledger = site.openLedger()
    recordAt = recordFinder(ledger)
  }
  const known = (path: string): KnownFile | undefined => recordAt(path) ?? ledger.files.get(path)
  const since = site.since && { found: site.since.memory.found, changed: site.since.changed }
  // A ledger in memory is there at once; one on the disk is opened while others look at the files.
  if (since || site.only) open()
  const meanwhile = since || site.only ? () => {} : open
  const { found, identities } = await lookAtSite({ ...site, since, known, meanwhile })
  const { posts: paths, staticFiles } = found
  problems.push(...found.problems)

  const room = openReadingRoom(folder, config, spool, crew)
  const restamped = new Set<PostRecord>()
  const stamped = (record: PostRecord, { stamp }: Identity): PostRecord => {
    if (record.stamp !== stamp) restamped.add(record)
    record.stamp = stamp
    return record
  }
  const fresh: (PostToRead & { readonly place: number })[] = []
  const all: (PostRecord | undefined)[] = paths.map((path, place) => {
    const identity = identities[place] as Identity
    // What was known and is as it was is given back itself.
    if (isRecord(identity)) return identity
    const record = recordAt(path)
    if (record && record.id === identity.id) return stamped(record, identity)
    fresh.push({ path, place, known: record?.id, expected: identity.id })
    return undefined
  })
  progress.start('posts to read', fresh.length)
  const read = await room.read(fresh, progress)
  progress.done()
  for (const [index, { path, place }] of fresh.entries()) {
    const result = read[index]
    const identity = identities[place] as Identity
    if (result === 'known') all[place] = stamped(recordAt(path) as PostRecord, identity)
    else if (result && !isUnread(result)) {
      result.record.stamp = identity.stamp
      all[place] = result.record
    } else if (result) problems.push(result.problem)
  }
  return {
    room,
    known: ledger,
    records: all.filter((record) => record !== undefined),
    restamped,
    posts: paths.length,
    found,
    identityOf: identityIn(paths.length, staticFiles, identities),
  }
}

/** Finds the records of a ledger by their paths. Months follow one another in both orders, or nearly. */
const recordFinder = ({ months }: OpenLedger): ((path: string) => PostRecord | undefined) => {
  const posts: PostRecord[] = []
  let isSorted = true
  for (const { posts: own, byPath = own.keys() } of months.values())
    for (const place of byPath) {
      const post = own[place] as PostRecord
      isSorted &&= posts.length === 0 || (posts.at(-1) as PostRecord).path < post.path
      posts.push(post)
    }
  if (!isSorted) posts.sort((a, b) => compare(a.path, b.path))
  const find = finder({ sorted: posts.map(({ path }) => path) })
  return (path) => posts[find(path) ?? -1]
}

const isRecord = (identity: Identity): identity is PostRecord => 'path' in identity

/** Identities of the files behind the posts. */
const identityIn = (posts: number, files: readonly string[], identities: readonly Identity[]) => {
  const places = new Map(files.map((path, place) => [path, posts + place]))
  return (path: string): Identity | undefined => identities[places.get(path) ?? -1]
}
