import type { Root as Tree } from 'hast'
import type { Article } from '../archive/article.ts'
import type { Problem } from './problems.ts'

/** A file of `_posts` as text. `path` is relative to the site folder, with slashes. */
export interface PostFile {
  readonly path: string
  readonly text: string
}

/** A post taken apart: front matter as strings, lists and maps (no scalar is guessed at), and the body below it. */
export interface Post {
  readonly path: string
  readonly matter: Readonly<Record<string, unknown>>
  /** The front matter as it stands in the file, from its first line. */
  readonly head: string
  /** False when Jekyll, too strict or too lax, takes the front matter for a part of the body. */
  readonly isReadByJekyll: boolean
  readonly body: string
  /** The line of the file on which the body starts, from 1. */
  readonly bodyLine: number
}

/** When a post says it was published. */
export interface PostDate {
  /** Milliseconds since 1970; undefined when undated. */
  readonly epoch: number | undefined
  readonly day: string
  readonly time: string
  readonly instant: string
  /** Year to second as Jekyll would put them in an address: it reads a date without zone as UTC. */
  readonly address: AddressDate
  /** The same as the site's clocks show it. */
  readonly local: AddressDate
}

/** Numbers of a date on the wall clock. */
export interface AddressDate {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** The parts of a body: what the scraper put around the story is told apart from the story. */
export interface BodyParts {
  /** The quoted digest before the story, as plain text; empty when there is none. */
  readonly digest: string
  readonly story: string
  /** Whether the story is HTML as a whole, or Markdown. */
  readonly isHtml: boolean
  readonly sourceLink: string | undefined
}

/** A body on its way: a tree that has not been sanitized yet, and what was read off it. */
export interface CleanBody {
  readonly tree: Tree
  /** The visible text, blocks on lines of their own; a chart's label is not part of it. */
  readonly text: string
  /** The part of the text before the first heading, table or code, for an excerpt. */
  readonly opening: string
  readonly sourceName: string | undefined
}

/** An article before the archive has given it its final address. */
export interface Draft {
  readonly article: Article
  /** Milliseconds since 1970, or undefined when undated. */
  readonly epoch: number | undefined
  /** When the post says that it was last changed, in milliseconds since 1970. */
  readonly modified: number | undefined
  readonly path: string
  /** Further addresses that are to lead to the article, percent-encoded or not. */
  readonly aliases: readonly string[]
  /** False when the post says that it is not to be read. */
  readonly isPublished: boolean
  /** What was wrong with the post. */
  readonly problems: readonly Problem[]
  /** Other posts and stories that the post's links name and that were not known when it was read. */
  readonly asks: readonly string[]
  /** True when the post itself names neither a title nor a date: a scraper's failed write. */
  readonly isStub: boolean
}
