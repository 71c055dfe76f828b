import { addressKey } from '../archive/address-key.ts'
import type { Day } from '../archive/day.ts'
import { nameArticles } from './name-articles.ts'
import type { Answers, PostRecord } from './post-record.ts'
import { compare, type Problem } from './problems.ts'
import { repeatedIn } from './repeated.ts'
import { foldCopies } from './stages/fold-copies.ts'
import { foldTwins, type ReadOpenings } from './stages/fold-twins.ts'
import { leaveOut } from './stages/leave-out.ts'
import { type Moved, settleAddresses, settleAliases } from './stages/settle-addresses.ts'

/** What settling asks of those who can read. */
export interface Readers {
  readonly readOpenings: ReadOpenings
  /** Reads posts again, now that it is known what their links name. */
  readAnswered(posts: ReadonlyMap<PostRecord, Answers>): Promise<ReadonlyMap<PostRecord, PostRecord>>
}

/** The articles of an archive, each in its place. */
export interface SettledPosts {
  /** In the order of the timeline, from the oldest (FORMAT.md, "Order"). */
  readonly posts: readonly PostRecord[]
  permalinkOf(post: PostRecord): string
  /** Addresses of those that could not keep their own. */
  readonly given: ReadonlyMap<PostRecord, string>
  /** Addresses that lead to articles besides their own, by address key. */
  readonly moved: ReadonlyMap<string, Moved<PostRecord>>
  readonly unpublished: number
  readonly folded: number
}

/**
 * Settles what one post alone cannot know: which of several copies stays, who has which address, where links lead,
 * what comes after what. It looks at every post at each publish, and needs none of their texts to do so; what it
 * says hangs on the posts alone, never on what was published before.
 * @param records sorted by path.
 */
export const settlePosts = async (
  records: readonly PostRecord[],
  rules: { readonly future: boolean; readonly now: number },
  { readOpenings, readAnswered }: Readers,
  problems: Problem[],
): Promise<SettledPosts> => {
  const wanted = leaveOut(records, rules, problems)
  const suspects = repeatedIn(wanted, ({ permalink }) => addressKey(permalink))
  const { posts: unique, inherited } = foldCopies(wanted, problems, suspects)
  const kept = await foldTwins(unique, readOpenings, problems)
  const given = new Map(settleAddresses(kept, problems, suspects))
  const answered = await readAnswered(unansweredOf(kept, (post) => given.get(post) ?? post.permalink))
  const heirs = new Map(inherited)
  const posts = kept.map((post) => {
    const read = answered.get(post)
    if (!read) return post
    const [permalink, aliases] = [given.get(post), inherited.get(post)]
    if (permalink !== undefined) given.set(read, permalink)
    if (aliases) heirs.set(read, aliases)
    return read
  })
  const permalinkOf =
    given.size === 0
      ? (post: PostRecord): string => post.permalink
      : (post: PostRecord): string => given.get(post) ?? post.permalink
  const sorted = byTime(posts, permalinkOf)
  for (const { problems: own } of sorted) problems.push(...own)
  const aliasesOf = (post: PostRecord): readonly string[] => {
    const more = heirs.get(post)
    return more ? [...post.aliases, ...more] : post.aliases
  }
  const moved = settleAliases(sorted, permalinkOf, aliasesOf, problems)
  const counts = { unpublished: records.length - wanted.length, folded: wanted.length - posts.length }
  return { posts: sorted, permalinkOf, given, moved, ...counts }
}

/** In the order of the timeline, day by day: a day's posts fit into a processor's memory, an archive's do not. */
const byTime = (
  posts: readonly PostRecord[],
  permalinkOf: (post: PostRecord) => string,
): readonly PostRecord[] => {
  const days = new Map<Day, PostRecord[]>()
  for (const post of posts) {
    const day = days.get(post.day)
    if (day) day.push(post)
    else days.set(post.day, [post])
  }
  // The day goes first: where clocks are set back over midnight, moments alone would cut a day in two.
  return [...days.keys()]
    .sort()
    .flatMap((day) =>
      (days.get(day) ?? []).sort(
        (a, b) =>
          (a.epoch ?? Number.NEGATIVE_INFINITY) - (b.epoch ?? Number.NEGATIVE_INFINITY) ||
          compare(permalinkOf(a), permalinkOf(b)),
      ),
    )
}

/** Posts whose links name others, and were not read with what these names stand for now. */
const unansweredOf = (
  posts: readonly PostRecord[],
  permalinkOf: (post: PostRecord) => string,
): ReadonlyMap<PostRecord, Answers> => {
  const asking = posts.filter(({ asks }) => asks.length > 0)
  const names = nameArticles(posts, permalinkOf, new Set(asking.flatMap(({ asks }) => asks)))
  const unanswered = new Map<PostRecord, Answers>()
  for (const post of asking) {
    const answers: Answers = post.asks.map((name) => [name, names.get(name)])
    const isAnswered =
      post.answers.length === answers.length &&
      answers.every(([, found], place) => post.answers[place] === found)
    if (!isAnswered) unanswered.set(post, answers)
  }
  return unanswered
}
