import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Tinypool } from 'tinypool'
import { bundlePrograms } from '../bundle-programs.mjs'
import type { Compression } from '../compressed-files.ts'
import type { Edition } from '../edition.ts'
import { addWeights, NO_WEIGHT, type Weight } from '../edition-weight.ts'
import type { FoundFiles, SiteFolder } from '../find-site-files.ts'
import { noProfile, type Profile } from '../profile.ts'
import { standingShards } from '../standing-shards.ts'
import { type CompressTask, compressFiles, standingBeside } from './compress-files.ts'
import { type IndexTask, indexArticles } from './index-articles.ts'
import { filesListed, type Listed, type ListTask, listFiles, shardsListed } from './list-files.ts'
import { type PackedEntry, type PackTask, packPosts } from './pack-posts.ts'
import { type ReadPost, type ReadTask, readPosts } from './read-posts.ts'
import { type StampTask, stampFiles } from './stamp-files.ts'
import type { Done, Job } from './worker.ts'

/** Work to be done, in pieces: a piece is made when somebody is free for it, since all of them may not fit memory. */
export interface Work<T> {
  readonly pieces: number
  /** How many posts there are in all pieces. */
  readonly posts: number
  piece(index: number): T
}

/** Those who read and pack: this thread for a few posts, several threads for many. */
export interface Crew {
  /** Does the work; calls `onDone` with each result and the number of its piece, in no certain order. */
  read(work: Work<ReadTask>, onDone: (result: ReadPost[], piece: number) => void): Promise<void>
  pack(
    work: Work<PackTask>,
    onDone: (result: PackedEntry | { lost: number[] }, piece: number) => void,
  ): Promise<void>
  index(work: Work<IndexTask>, onDone: (result: Weight, piece: number) => void): Promise<void>
  /** Compresses files that are in place; the weight is that of their compressed files, be they new or not. */
  compress(paths: readonly string[], compression: Compression): Promise<Weight>
  /** The stamps of files below a folder, in order; see fileStamp. */
  stamp(folder: string, paths: readonly string[], now: number): Promise<Float64Array>
  /** The files of a large site. @throws SiteError when there is no post at all. */
  find(site: SiteFolder): Promise<FoundFiles>
  /** What stands below `archive/` of the edition's folder. */
  shards(isLarge: boolean): Promise<ReadonlySet<string>>
  /** Starts threads now, so that they are ready when there is work for them. */
  start(): Promise<void>
  close(): Promise<void>
}

/** Fewer posts are read here sooner than threads start. */
export const FEW_POSTS = 600

/** Fewer files are stamped here sooner than threads start. */
export const MANY_FILES = 300_000

/** Files that are compressed in one piece. */
const AT_ONCE = 50

/** Fewer are stamped here sooner than it takes to hand them out. */
const SOME_FILES = 10_000

/** Old generation of a thread's heap, in megabytes: enough for a post of 100 MB, and a bound for garbage. */
const HEAP = 1024

/**
 * Opens a crew that works for an edition. Threads are started when there is work for them.
 * @param threads how many there may be; none (0) does all work here.
 */
export const openCrew = (
  edition: Edition,
  threads = availableParallelism(),
  profile: Profile = noProfile,
): Crew => {
  let pool: Promise<Tinypool> | undefined
  const hire = (): Promise<Tinypool> => {
    pool ??= bundlePrograms().then(
      (folder) =>
        new Tinypool({
          filename: join(folder, 'worker.mjs'),
          minThreads: threads,
          maxThreads: threads,
          resourceLimits: { maxOldGenerationSizeMb: HEAP },
        }),
    )
    return pool
  }
  const run = async <T, R>(
    { pieces, posts, piece }: Work<T>,
    name: 'read' | 'pack' | 'index' | 'compress' | 'stamp' | 'list' | undefined,
    here: (task: T) => R | Promise<R>,
    onDone: (result: R, piece: number) => void,
  ): Promise<void> => {
    if (name !== undefined && threads > 0 && posts >= FEW_POSTS) {
      const crew = await hire()
      let next = 0
      const workOff = async (): Promise<void> => {
        while (next < pieces) {
          const index = next++
          const job: Job<T> = { task: piece(index), isProfiled: profile !== noProfile }
          const { result, rows } = (await crew.run(job, { name })) as Done<R>
          profile.addAll(rows)
          onDone(result, index)
        }
      }
      // One piece more than there are threads lies ready, so that none waits for this one.
      await Promise.all(Array.from({ length: threads * 2 }, workOff))
      return
    }
    for (let index = 0; index < pieces; index++) {
      onDone(await here(piece(index)), index)
      // A look at the event loop: a progress bar moves, Ctrl-C is heard.
      await new Promise(setImmediate)
    }
  }
  const list = async (task: ListTask): Promise<Listed> => {
    const listed: Listed[] = []
    await run({ pieces: 1, posts: MANY_FILES, piece: () => task }, 'list', listFiles, (own) => {
      listed.push(own)
    })
    return listed[0] as Listed
  }
  return {
    read: (work, onDone) => run(work, 'read', (task) => readPosts(task, profile), onDone),
    pack: (work, onDone) =>
      run(
        work,
        // Threads can write into a folder alone.
        edition.folder === undefined ? undefined : 'pack',
        (task) => packPosts(task, edition, profile),
        onDone,
      ),
    index: (work, onDone) =>
      run(
        work,
        edition.folder === undefined ? undefined : 'index',
        (task) => indexArticles(task, edition, profile),
        onDone,
      ),
    async compress(paths, compression) {
      if (compression === 'none') return NO_WEIGHT
      const weights: Weight[] = []
      // Threads need not be started for what is there already.
      const missing = paths.filter((path) => {
        const standing = compression === 'new' ? standingBeside(edition, path) : undefined
        if (standing) weights.push(standing)
        return !standing
      })
      const out = edition.folder
      const piece = (index: number): CompressTask => ({
        out,
        paths: missing.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
        compression,
      })
      const work = { pieces: Math.ceil(missing.length / AT_ONCE), posts: missing.length, piece }
      const here = (task: CompressTask): Weight => compressFiles(task, edition, profile)
      await run(work, out === undefined ? undefined : 'compress', here, (weight) => {
        weights.push(weight)
      })
      return weights.reduce(addWeights, NO_WEIGHT)
    },
    find: async ({ folder, config, without }) =>
      filesListed(await list({ kind: 'site', folder, config, without })),
    async shards(isLarge) {
      const { folder } = edition
      return folder === undefined || !isLarge
        ? standingShards(folder)
        : shardsListed(await list({ kind: 'shards', folder }))
    },
    async start() {
      if (threads > 0) await hire()
    },
    async stamp(folder, paths, now) {
      if (paths.length === 0) return new Float64Array()
      // Threads that are started already have nothing else to do.
      const isMuch = paths.length >= (pool ? SOME_FILES : MANY_FILES)
      const size = isMuch ? Math.ceil(paths.length / Math.max(1, threads)) : paths.length
      const piece = (index: number): StampTask => {
        const own = paths.slice(index * size, (index + 1) * size)
        return { folder, paths: own.join('\0'), now }
      }
      const stamps = new Float64Array(paths.length)
      const work = { pieces: Math.ceil(paths.length / size), posts: paths.length, piece }
      await run(work, isMuch ? 'stamp' : undefined, stampFiles, (own, index) => {
        stamps.set(own, index * size)
      })
      return stamps
    },
    async close() {
      await (await pool)?.destroy()
    },
  }
}
