import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { blobId } from '../identify-files.ts'
import type { Draft } from '../post.ts'
import { type Answers, type PostRecord, recordOf, type UnreadPost } from '../post-record.ts'
import { postToArticle } from '../post-to-article.ts'
import { prepareLiquid } from '../prepare-liquid.ts'
import { noteFor, type Problem } from '../problems.ts'
import { noProfile, type Profile } from '../profile.ts'
import type { SiteConfig } from '../site-config.ts'
import { decodeFile } from '../stages/decode-file.ts'
import { type Span, spoolBatch } from './spool.ts'

/** A post to be read. */
export interface PostToRead {
  readonly path: string
  /** The content that is known already: a post that still has it is not read on. */
  readonly known?: string | undefined
  /** The content that git says it has. */
  readonly expected?: string | undefined
  /** What the links of the post name, once it is known. */
  readonly answers?: Answers | undefined
}

export interface ReadTask {
  /** The site folder. */
  readonly folder: string
  readonly config: SiteConfig
  readonly spool: string
  readonly batch: number
  readonly posts: readonly PostToRead[]
}

/** A post that was read, one that has the content that was known, or one that could not be read. */
export type ReadPost = { readonly record: PostRecord; readonly span: Span } | 'known' | UnreadPost

/** Reads a batch of posts, puts their articles into the spool, and returns what is to be kept of each, in order. */
export const readPosts = async (
  { folder, config, spool, batch, posts }: ReadTask,
  profile: Profile = noProfile,
): Promise<ReadPost[]> => {
  const { timed } = profile
  const renderLiquid = await prepareLiquid(folder, config, () => {})
  const articles: string[] = []
  const read = ({ path, known, expected, answers }: PostToRead): PostRecord | 'known' | UnreadPost => {
    const problems: Problem[] = []
    const note = noteFor(problems, path)
    try {
      const bytes = timed(
        'read',
        () => readFileSync(join(folder, path)),
        ({ length }) => length,
      )
      const id = timed('identify', () => idOf(bytes, expected))
      if (id === known) return 'known'
      const text = decodeFile(bytes, note)
      const draft = postToArticle({ path, text }, config, {
        articles: answers && namesOf(answers),
        renderLiquid,
        profile,
      })
      const json = JSON.stringify(draft.article)
      const record = recordOf(withProblems(draft, problems), id, json, answers)
      articles.push(json)
      return record
    } catch (thrown) {
      // No post may stop the others; what cannot even be read is named.
      note('file', `cannot be read (${(thrown as Error).message})`, 'left out', 1)
      return { path, problem: problems.at(-1) as Problem }
    }
  }
  const found = posts.map(read)
  const spans = timed('spool', () => spoolBatch(spool, batch, articles)).values()
  return found.map((each) => {
    if (each === 'known' || 'problem' in each) return each
    return { record: each, span: spans.next().value as Span }
  })
}

/** Git's id is of a file with git's line ends; another than expected is of a file that has just been changed. */
const idOf = (bytes: Buffer, expected: string | undefined): string => {
  const id = blobId(bytes)
  if (expected === undefined || id === expected || !bytes.includes('\r')) return id
  return blobId(Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')) === expected
    ? expected
    : id
}

const namesOf = (answers: Answers): ReadonlyMap<string, string> =>
  new Map(answers.filter((answer): answer is [string, string] => answer[1] !== undefined))

const withProblems = (draft: Draft, problems: readonly Problem[]): Draft =>
  problems.length > 0 ? { ...draft, problems: [...problems, ...draft.problems] } : draft
