import { createHash } from 'node:crypto'
import type { Article } from '../archive/article.ts'
import type { Day } from '../archive/day.ts'
import type { Category } from '../archive/headline.ts'
import type { Draft } from './post.ts'
import type { Problem } from './problems.ts'

/**
 * What a publish keeps of a post besides its article: enough to settle the post's place among all others, small
 * enough to hold a million of them. It follows from the file, the configuration and `answers`, and nothing else.
 */
export interface PostRecord {
  /** Relative to the site folder, with slashes. */
  readonly path: string
  /** The git blob id of the file's bytes, 40 digits. */
  readonly id: string
  readonly day: Day
  /** Milliseconds since 1970, or undefined when undated. */
  readonly epoch: number | undefined
  /** When the post says that it was last changed, in milliseconds since 1970. */
  readonly modified: number | undefined
  /** The address that the post would have if it were alone. */
  readonly permalink: string
  readonly aliases: readonly string[]
  readonly categories: readonly Category[]
  /** Equal in posts of the same address, title and text. */
  readonly sameness: string
  /** Of the article's JSON under `permalink`. */
  readonly bytes: number
  /** What the post's links name, and for each the permalink that was found; undefined when none was, or nobody looked. */
  readonly asks: readonly string[]
  readonly answers: readonly (string | undefined)[]
  readonly isPublished: boolean
  /** How a stub begins (see Draft.isStub): what it is a stub of begins so, too. Nothing in other posts. */
  readonly stub: string | undefined
  readonly problems: readonly Problem[]
  /** The stamp that the file had when it was last looked at, or 0: all that may change while the file does not. */
  stamp: number
}

/** A post that could not even be read. */
export interface UnreadPost {
  readonly path: string
  readonly problem: Problem
}

/** Names that a post's links ask for, and the permalink that each stands for, if any. */
export type Answers = readonly (readonly [name: string, permalink: string | undefined])[]

/** Keeps of a draft what is needed once its article (`json`) has been put away. */
export const recordOf = (draft: Draft, id: string, json: string, answers?: Answers): PostRecord => {
  const { article, path, epoch, modified, aliases, isPublished, isStub, problems } = draft
  const { permalink, day, categories, title, html } = article
  return {
    path,
    id,
    day,
    epoch,
    modified,
    permalink,
    aliases,
    categories,
    sameness: createHash('sha256').update(`${permalink}\n${title}\n${html}`).digest('base64').slice(0, 16),
    bytes: Buffer.byteLength(json),
    // A post that was read with answers asks for less, but hangs on all of them.
    asks: answers?.map(([name]) => name) ?? draft.asks,
    answers: answers?.map(([, found]) => found) ?? [],
    isPublished,
    stub: isStub ? openingOf(article) : undefined,
    problems,
    stamp: 0,
  }
}

/** Characters of a text's beginning: enough to tell two stories apart, few enough for one that was cut off. */
const ALIKE = 40

/** How an article begins. An excerpt leaves out a first line that is the title; one without text begins like all. */
export const openingOf = ({ excerpt, title, html }: Article): string =>
  Array.from(excerpt || (html && title))
    .slice(0, ALIKE)
    .join('')
