import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../archive/article.ts'
import type { Crew } from './crew/crew.ts'
import { articleFinder } from './crew/find-article.ts'
import type { PostToRead, ReadPost, ReadTask } from './crew/read-posts.ts'
import type { Span } from './crew/spool.ts'
import type { Edition } from './edition.ts'
import type { Answers, PostRecord, UnreadPost } from './post-record.ts'
import { openingOf } from './post-record.ts'
import { SiteError } from './problems.ts'
import type { Progress } from './progress.ts'
import type { SiteConfig } from './site-config.ts'

/** Posts that are read together: large enough that threads need not wait, small enough that the bar moves. */
const BATCH = 200

/** Reads posts into the spool and remembers where their articles are. */
export interface ReadingRoom {
  readonly spans: Map<PostRecord, Span>
  /** Reads posts; returns what came of each, in order. */
  read(posts: readonly PostToRead[], progress?: Progress): Promise<readonly ReadPost[]>
  /** Reads posts again with what their links name now. One that has changed meanwhile stays as it was. */
  readAnswered(posts: ReadonlyMap<PostRecord, Answers>): Promise<ReadonlyMap<PostRecord, PostRecord>>
  /** Puts the articles of known posts into the spool. */
  readAgain(posts: readonly PostRecord[]): Promise<void>
  /** How articles begin: of those in the spool, else of those in packs, else by reading their posts. */
  readOpenings(posts: readonly PostRecord[], packOf: PackOf, edition: Edition): Promise<readonly string[]>
}

export type PackOf = (post: PostRecord) => { readonly pack: string; readonly at: number } | undefined

/** Opens a reading room over a spool folder, which is emptied first. */
export const openReadingRoom = (
  folder: string,
  config: SiteConfig,
  spool: string,
  crew: Crew,
): ReadingRoom => {
  rmSync(spool, { recursive: true, force: true })
  const spans = new Map<PostRecord, Span>()
  let batches = 0
  const read: ReadingRoom['read'] = async (posts, progress) => {
    const first = batches
    batches += Math.ceil(posts.length / BATCH)
    const piece = (index: number): ReadTask => {
      const start = index * BATCH
      return { folder, config, spool, batch: first + index, posts: posts.slice(start, start + BATCH) }
    }
    const results: (readonly ReadPost[])[] = []
    let done = 0
    await crew.read({ pieces: batches - first, posts: posts.length, piece }, (result, index) => {
      results[index] = result
      for (const each of result)
        if (typeof each === 'object' && 'record' in each) spans.set(each.record, each.span)
      done += result.length
      progress?.at(done)
    })
    return results.flat()
  }
  const readAnswered: ReadingRoom['readAnswered'] = async (posts) => {
    const asking = [...posts]
    const found = await read(asking.map(([{ path, id }, answers]) => ({ path, expected: id, answers })))
    const answered = new Map<PostRecord, PostRecord>()
    for (const [place, [post]] of asking.entries()) {
      const each = found[place]
      // What hangs on the file alone stays: a copy that was folded is not read again, and must go on looking the same.
      const { sameness, stamp } = post
      if (typeof each === 'object' && 'record' in each && each.record.id === post.id)
        answered.set(post, Object.assign(each.record, { sameness, stamp }))
    }
    return answered
  }
  const readAgain: ReadingRoom['readAgain'] = async (posts) => {
    const answersOf = ({ asks, answers }: PostRecord): Answers | undefined =>
      answers.length > 0 ? asks.map((name, place) => [name, answers[place]]) : undefined
    const found = await read(
      posts.map((post) => ({ path: post.path, expected: post.id, answers: answersOf(post) })),
    )
    for (const [place, post] of posts.entries()) {
      const each = found[place]
      if (typeof each === 'object' && 'record' in each && each.record.id === post.id)
        spans.set(post, each.span)
      else throw new SiteError(`${post.path}: changed while it was published; publish again`)
    }
  }
  return {
    spans,
    read,
    readAnswered,
    readAgain,
    async readOpenings(posts, packOf, edition) {
      const find = articleFinder(edition, spool)
      const findHere = (post: PostRecord) => {
        const place = spans.get(post) ?? packOf(post)
        return place && find(place, post.permalink)
      }
      const away = posts.filter((post) => findHere(post) === undefined)
      if (away.length > 0) await readAgain(away)
      return posts.map((post) => {
        const found = findHere(post)
        return found ? openingOf(JSON.parse(found.json) as Article) : ''
      })
    },
  }
}

/** Whether a post could be read. */
export const isUnread = (post: ReadPost): post is UnreadPost => typeof post === 'object' && 'problem' in post

/** The spool of a ledger folder. */
export const spoolIn = (ledger: string): string => join(ledger, 'spool')
