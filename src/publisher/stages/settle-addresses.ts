import { addressKey } from '../../archive/address-key.ts'
import { type Note, noteFor, type Problem } from '../problems.ts'
import { repeatedIn } from '../repeated.ts'

interface Addressed {
  readonly permalink: string
  readonly path: string
}

/** Files of the site's own folders. Other pages there can be an article's: a category may be named archive or app. */
const IN_OWN_FOLDER = /^\/((archive|app)\/.*\.(?!html?$)\w+|category\/[^/]+\.html)$/

/** The letters that the names of those folders begin with: almost every key is told apart by its first one. */
const FIRST = new Set('ac')

const isTaken = (key: string): boolean =>
  key === '/' ||
  key === '/index.html' ||
  key === '/404.html' ||
  (FIRST.has(key[1] ?? '') && IN_OWN_FOLDER.test(key))

/**
 * Gives each article an address of its own: the first by file name keeps it, later ones get a number no other has.
 * @param suspects among which all are that share an address with another.
 * @returns the addresses of those that could not keep theirs.
 */
export const settleAddresses = <T extends Addressed>(
  posts: readonly T[],
  problems: Problem[],
  suspects: ReadonlySet<T> = repeatedIn(posts, ({ permalink }) => addressKey(permalink)),
): ReadonlyMap<T, string> => {
  const owners = new Map<string, T>()
  const late: [post: T, owner: string][] = []
  for (const post of posts) {
    const key = addressKey(post.permalink)
    const owner = suspects.has(post) ? owners.get(key) : undefined
    if (isTaken(key)) late.push([post, 'the site itself'])
    else if (owner) late.push([post, owner.path])
    else if (suspects.has(post)) owners.set(key, post)
  }
  const settled = new Map<T, string>()
  // Where all have an address of their own, nobody asks which ones there are.
  const given = new Set(late.length > 0 ? posts.map(({ permalink }) => addressKey(permalink)) : [])
  for (const [post, owner] of late) {
    const { permalink, path } = post
    const free = freeAddress(permalink, (key) => given.has(key))
    given.add(addressKey(free))
    settled.set(post, free)
    const note: Note = noteFor(problems, path)
    note('address', `has the address ${permalink} of ${owner}`, `published at ${free}`, 1)
  }
  return settled
}

/** `/a/b.html` → `/a/b-2.html`; `/a/b/` → `/a/b-2/`; `/archive/root.json` → `/post/archive/root-2.json`. */
const freeAddress = (permalink: string, isWanted: (key: string) => boolean): string => {
  const [, stem = '', ending = ''] = /^(.*?)((?:\.\w+)?\/?)$/.exec(permalink) ?? []
  // Among those a number makes no difference.
  const start = IN_OWN_FOLDER.test(addressKey(permalink)) ? `/post${stem}` : stem || '/post'
  for (let number = 2; ; number++) {
    const address = `${start}-${number}${ending === '/' && !stem ? '.html' : ending}`
    const key = addressKey(address)
    if (!isWanted(key) && !isTaken(key)) return address
  }
}

/** Where further addresses lead: the article's own, and the post it is of. */
export interface Moved<T> {
  readonly permalink: string
  readonly post: T
}

/**
 * The further addresses of articles, as address key → article. An article's own address goes before an alias, and
 * the first alias before a later one; one that is taken is reported, since a link to it leads elsewhere.
 */
export const settleAliases = <T extends Addressed>(
  posts: readonly T[],
  permalinkOf: (post: T) => string,
  aliasesOf: (post: T) => readonly string[],
  problems: Problem[],
): ReadonlyMap<string, Moved<T>> => {
  const moved = new Map<string, Moved<T>>()
  if (posts.every((post) => aliasesOf(post).length === 0)) return moved
  const owners = new Map(posts.map((post) => [addressKey(permalinkOf(post)), post.path]))
  for (const post of posts) {
    for (const key of new Set(aliasesOf(post).map(addressKey))) {
      const owner = isTaken(key) ? 'the site itself' : owners.get(key)
      if (owner === undefined) moved.set(key, { permalink: permalinkOf(post), post })
      else if (owner !== post.path)
        noteFor(problems, post.path)(
          'address',
          `is asked for at ${key}, which is of ${owner}`,
          'not led there',
          1,
        )
      if (owner === undefined) owners.set(key, post.path)
    }
  }
  return moved
}
