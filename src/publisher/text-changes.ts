import type { PostRecord } from './post-record.ts'

/** Posts by what they were before, when they changed in nothing but their text. */
export type TextChanges = ReadonlyMap<PostRecord, PostRecord>

/**
 * Whether these changes let every other post be as it is, and each of these stay where it is: then nothing has to
 * be settled again. Where it is not certain, the answer is no.
 * @param records all posts, as they were before.
 */
export const areOfTextAlone = (changes: TextChanges, records: readonly PostRecord[]): boolean => {
  const posts = [...changes].flat()
  const alike = new Set(posts.map(({ sameness }) => sameness))
  // Two of them are one story now, or were: one is folded into the other.
  if (
    alike.size <
    new Set([...changes].flatMap(([old, post]) => (isLike(old, post) ? [old] : [old, post]))).size
  )
    return false
  const tails = new Set(posts.map(tailOf))
  return (
    [...changes].every(([old, post]) => placeOf(old) === placeOf(post) && isPlain(old) && isPlain(post)) &&
    records.every(
      (other) =>
        changes.has(other) ||
        (!alike.has(other.sameness) && (other.stub === undefined || !tails.has(tailOf(other)))),
    )
  )
}

const isLike = (a: PostRecord, b: PostRecord): boolean => a.sameness === b.sameness

/** All of a post that decides about its place, or about that of others. */
const placeOf = ({ day, epoch, permalink, aliases, categories }: PostRecord): string =>
  JSON.stringify([day, epoch, permalink, aliases, categories])

/** Without links that name other posts, and nothing that another could be folded into or lead to. */
const isPlain = ({ isPublished, stub, asks, aliases }: PostRecord): boolean =>
  isPublished && stub === undefined && asks.length === 0 && aliases.length === 0

/** What a stub and the post that it is a stub of have in common: the number behind their file names. */
const tailOf = ({ path }: PostRecord): string => path.replace(/\.[^./]*$/, '').slice(-18)
