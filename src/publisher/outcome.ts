import type { Root } from '../archive/root.ts'
import type { Problem } from './problems.ts'

/** What came of a publish. `posts` = `articles` + `folded` + `unpublished` + `unreadable`, and `problems` names the last three. */
export interface Outcome {
  /** Nothing when the edition was not sealed. */
  readonly root: Root | undefined
  readonly posts: number
  readonly articles: number
  readonly categories: number
  readonly folded: number
  /** Left out by their owner's wish: `published: false`, or later than today where `future` is false. */
  readonly unpublished: number
  readonly unreadable: number
  /** What stopped the publish, in a sentence: the last edition is as it was. */
  readonly refusal: string | undefined
  /** What the edition takes of its host, in a line. */
  readonly use: string | undefined
  readonly problems: readonly Problem[]
}
