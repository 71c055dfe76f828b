import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { blobId } from '../identify-files.ts'
import { inStep, type Staged } from '../in-step.ts'
import type { Draft } from '../post.ts'
import { type Answers, type PostRecord, recordOf, type UnreadPost } from '../post-record.ts'
import { stagesOf } from '../post-to-article.ts'
import { prepareLiquid } from '../prepare-liquid.ts'
import { noteFor, type Problem } from '../problems.ts'
import { noProfile, type Profile } from '../profile.ts'
import type { SiteConfig } from '../site-config.ts'
import { decodeFile } from '../stages/decode-file.ts'
import type { RenderLiquid } from '../stages/render-liquid/liquid-engine.ts'
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

/** Posts whose stages are done in step. More are no faster. */
const IN_STEP = 40

/** Bytes of posts that are done in step: all their trees are in memory at once. */
const IN_STEP_BYTES = 1024 * 1024

/** What each post of a batch came to, and the JSON of its article. */
type Read = { readonly record: PostRecord; readonly json: string } | 'known' | UnreadPost

/** Reads a batch of posts, puts their articles into the spool, and returns what is to be kept of each, in order. */
export const readPosts = async (task: ReadTask, profile: Profile = noProfile): Promise<ReadPost[]> => {
  const { folder, config, spool, batch, posts } = task
  const renderLiquid = await prepareLiquid(folder, config, () => {})
  const found: Read[] = []
  let group: Staged<Read>[] = []
  let size = 0
  const finish = (): void => {
    found.push(...inStep(group, profile))
    group = []
    size = 0
  }
  for (const post of posts) {
    const bytes = profile.timed('read', () => bytesOf(folder, post.path), sizeOf)
    if (group.length >= IN_STEP || size + sizeOf(bytes) > IN_STEP_BYTES) finish()
    size += sizeOf(bytes)
    group.push(stagesOfFile(post, bytes, config, renderLiquid))
  }
  finish()
  const articles = found.flatMap((each) => (typeof each === 'object' && 'json' in each ? [each.json] : []))
  const spans = profile.timed('spool', () => spoolBatch(spool, batch, articles)).values()
  return found.map((each) => {
    if (each === 'known' || 'problem' in each) return each
    return { record: each.record, span: spans.next().value as Span }
  })
}

/** What is in a file, or why it cannot be told. */
const bytesOf = (folder: string, path: string): Buffer | Error => {
  try {
    return readFileSync(join(folder, path))
  } catch (thrown) {
    return thrown as Error
  }
}

const sizeOf = (bytes: Buffer | Error): number => (bytes instanceof Error ? 0 : bytes.length)

function* stagesOfFile(
  { path, known, expected, answers }: PostToRead,
  bytes: Buffer | Error,
  config: SiteConfig,
  renderLiquid: RenderLiquid | undefined,
): Staged<Read> {
  const problems: Problem[] = []
  const note = noteFor(problems, path)
  try {
    if (bytes instanceof Error) throw bytes
    yield 'identify'
    const id = idOf(bytes, expected)
    if (id === known) return 'known'

    yield 'decode'
    const text = decodeFile(bytes, note)
    const articles = answers && namesOf(answers)
    const draft = yield* stagesOf({ path, text }, config, { articles, renderLiquid })

    yield 'record'
    const json = JSON.stringify(draft.article)
    return { record: recordOf(withProblems(draft, problems), id, json, answers), json }
  } catch (thrown) {
    // No post may stop the others; what cannot even be read is named.
    note('file', `cannot be read (${(thrown as Error).message})`, 'left out', 1)
    return { path, problem: problems.at(-1) as Problem }
  }
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
