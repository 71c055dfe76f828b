import { addressKey } from '../../archive/address-key.ts'
import type { Article } from '../../archive/article.ts'
import { type Note, noteFor, type Problem } from '../problems.ts'

interface Addressed {
  readonly article: Article
  readonly path: string
}

/** Files of the site's own folders. Other pages there can be an article's: a category may be named archive or app. */
const IN_OWN_FOLDER = /^\/((archive|app)\/.*\.(?!html?$)\w+|category\/[^/]+\.html)$/

const isTaken = (key: string): boolean => /^\/(index\.html|404\.html)?$/.test(key) || IN_OWN_FOLDER.test(key)

/** Gives each article an address of its own: the first by file name keeps it, later ones get a number no other has. */
export const settleAddresses = <T extends Addressed>(drafts: readonly T[], problems: Problem[]): T[] => {
  const wanted = new Set(drafts.map(({ article }) => addressKey(article.permalink)))
  const taken = new Map<string, string>()
  return drafts.map((draft) => {
    const { permalink } = draft.article
    const key = addressKey(permalink)
    const owner = isTaken(key) ? 'the site itself' : taken.get(key)
    if (owner === undefined) {
      taken.set(key, draft.path)
      return draft
    }
    const free = freeAddress(permalink, wanted)
    wanted.add(addressKey(free))
    const note: Note = noteFor(problems, draft.path)
    note('address', `has the address ${permalink} of ${owner}`, `published at ${free}`, 1)
    return { ...draft, article: { ...draft.article, permalink: free } }
  })
}

/** `/a/b.html` → `/a/b-2.html`; `/a/b/` → `/a/b-2/`; `/archive/root.json` → `/post/archive/root-2.json`. */
const freeAddress = (permalink: string, wanted: ReadonlySet<string>): string => {
  const [, stem = '', ending = ''] = /^(.*?)((?:\.\w+)?\/?)$/.exec(permalink) ?? []
  // Among those a number makes no difference.
  const start = IN_OWN_FOLDER.test(addressKey(permalink)) ? `/post${stem}` : stem || '/post'
  for (let number = 2; ; number++) {
    const address = `${start}-${number}${ending === '/' && !stem ? '.html' : ending}`
    const key = addressKey(address)
    if (!wanted.has(key) && !isTaken(key)) return address
  }
}

interface Aliased extends Addressed {
  readonly aliases: readonly string[]
}

/**
 * The further addresses of articles, as address key → permalink. An article's own address goes before an alias, and
 * the first alias before a later one; one that is taken is reported, since a link to it leads elsewhere.
 */
export const settleAliases = (
  drafts: readonly Aliased[],
  problems: Problem[],
): ReadonlyMap<string, string> => {
  const owners = new Map(drafts.map(({ article, path }) => [addressKey(article.permalink), path]))
  const moved = new Map<string, string>()
  for (const { article, path, aliases } of drafts) {
    for (const key of new Set(aliases.map(addressKey))) {
      const owner = isTaken(key) ? 'the site itself' : owners.get(key)
      if (owner === undefined) moved.set(key, article.permalink)
      else if (owner !== path)
        noteFor(problems, path)('address', `is asked for at ${key}, which is of ${owner}`, 'not led there', 1)
      if (owner === undefined) owners.set(key, path)
    }
  }
  return moved
}
