import type { PostRecord } from '../post-record.ts'
import { noteFor, type Problem } from '../problems.ts'
import { repeatedIn } from '../repeated.ts'

/** Posts that stay, and the addresses that those folded into them lead to them. */
export interface Folded {
  readonly posts: PostRecord[]
  readonly inherited: ReadonlyMap<PostRecord, readonly string[]>
}

/**
 * Folds a post into one of the same file name, address, title and text in another folder: an archive that is moved
 * by a script has posts in both places for a while. The first by path stays, and takes the other's addresses along.
 * @param suspects among which all posts are that share an address with another.
 */
export const foldCopies = (
  posts: readonly PostRecord[],
  problems: Problem[],
  suspects: ReadonlySet<PostRecord> = repeatedIn(posts, ({ permalink }) => permalink),
): Folded => {
  const firsts = new Map<string, PostRecord>()
  const inherited = new Map<PostRecord, readonly string[]>()
  const kept = posts.filter((post) => {
    if (!suspects.has(post)) return true
    const { path, sameness, aliases } = post
    const like = firsts.get(sameness)
    // Equal posts of other names are rare: only they need a key of their own making.
    const key = like && nameOf(like.path) !== nameOf(path) ? `${sameness}/${nameOf(path)}` : sameness
    const first = firsts.get(key)
    if (!first) firsts.set(key, post)
    else {
      inherited.set(first, [...(inherited.get(first) ?? []), ...aliases])
      noteFor(problems, path)('twin', `is the same post as ${first.path}`, 'folded into it', 1)
    }
    return first === undefined
  })
  return { posts: kept, inherited }
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
