import type { PostRecord } from '../post-record.ts'
import { noteFor, type Problem } from '../problems.ts'

/** The number that a scraped post bears, whatever stands before it in the file name. */
const ID = /(\d{18})(?:\.[^.]*)?$/

/** Tells how posts begin. Few are asked for, since few are stubs. */
export type ReadOpenings = (posts: readonly PostRecord[]) => Promise<readonly string[]>

/**
 * A scraper that loses its source for a moment writes the same post without title and date beside the real one.
 * Such a stub is folded into the post of the same id that begins as it does; any other stub stays an article, since
 * it may be the only place of its text.
 */
export const foldTwins = async (
  posts: readonly PostRecord[],
  readOpenings: ReadOpenings,
  problems: Problem[],
): Promise<PostRecord[]> => {
  const stubIds = new Set(posts.filter(({ stub }) => stub !== undefined).map(idOf))
  stubIds.delete('')
  if (stubIds.size === 0) return [...posts]
  const whole = posts.filter((post) => post.stub === undefined && stubIds.has(idOf(post)))
  const openings = await readOpenings(whole)
  const byId = new Map<string, { post: PostRecord; opening: string }[]>()
  for (const [place, post] of whole.entries()) {
    const alike = byId.get(idOf(post)) ?? []
    byId.set(idOf(post), [...alike, { post, opening: openings[place] ?? '' }])
  }
  const twinOf = (stub: PostRecord, begun: string): PostRecord | undefined =>
    byId.get(idOf(stub))?.find(({ opening }) => opening.startsWith(begun))?.post
  return posts.filter((post) => {
    const twin = post.stub === undefined ? undefined : twinOf(post, post.stub)
    if (twin)
      noteFor(problems, post.path)(
        'twin',
        'has neither title nor date',
        `folded into ${twin.path}, of the same id`,
        1,
      )
    return !twin
  })
}

const idOf = ({ path }: PostRecord): string => ID.exec(path)?.[1] ?? ''
