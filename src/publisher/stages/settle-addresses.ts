import { addressKey } from '../../archive/address-key.ts'
import type { Article } from '../../archive/article.ts'
import { type Note, noteFor, type Problem } from '../problems.ts'

interface Addressed {
  readonly article: Article
  readonly path: string
}

/** Places of the site that are not an article's. */
const TAKEN = /^\/(index\.html|404\.html|category\/[^/]+\.html|(archive|app)\/.*)?$/

/** Gives each article an address of its own: the first by file name keeps it, later ones get a number. */
export const settleAddresses = <T extends Addressed>(drafts: readonly T[], problems: Problem[]): T[] => {
  const taken = new Map<string, string>()
  return drafts.map((draft) => {
    const { permalink } = draft.article
    const key = addressKey(permalink)
    const owner = TAKEN.test(key) ? 'the site itself' : taken.get(key)
    if (owner === undefined) {
      taken.set(key, draft.path)
      return draft
    }
    const free = freeAddress(permalink, taken)
    taken.set(addressKey(free), draft.path)
    const note: Note = noteFor(problems, draft.path)
    note('address', `has the address ${permalink} of ${owner}`, `published at ${free}`)
    return { ...draft, article: { ...draft.article, permalink: free } }
  })
}

/** `/a/b.html` → `/a/b-2.html`; `/a/b/` → `/a/b-2/`. */
const freeAddress = (permalink: string, taken: ReadonlyMap<string, string>): string => {
  const [, stem = '', ending = ''] = /^(.*?)((?:\.\w+)?\/?)$/.exec(permalink) ?? []
  for (let number = 2; ; number++) {
    const address = `${stem || '/post'}-${number}${ending === '/' && !stem ? '.html' : ending}`
    const key = addressKey(address)
    if (!taken.has(key) && !TAKEN.test(key)) return address
  }
}
