import type { PostRecord } from '../post-record.ts'
import { noteFor, type Problem } from '../problems.ts'

interface Rules {
  /** Whether posts dated after `now` are published. */
  readonly future: boolean
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Takes out the posts that their owner does not want read, and names each. */
export const leaveOut = (
  posts: readonly PostRecord[],
  { future, now }: Rules,
  problems: Problem[],
): PostRecord[] =>
  posts.filter(({ isPublished, epoch, day, path }) => {
    const isLater = !future && epoch !== undefined && epoch > now
    if (!isPublished) noteFor(problems, path)('unpublished', 'says published: false', 'left out', 1)
    else if (isLater)
      noteFor(problems, path)('unpublished', `is of ${day}, and future is false`, 'left out', 1)
    return isPublished && !isLater
  })
