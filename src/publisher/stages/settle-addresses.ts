import { addressKey } from '../../archive/address-key.ts'
import type { Article } from '../../archive/article.ts'
import { type Note, noteFor, type Problem } from '../problems.ts'

interface Addressed {
  readonly article: Article
  readonly path: string
}

/** Below the site's own folders only pages can be an article's, as a category may be named archive or app. */
const OWN_FOLDER = /^\/(archive|app)\/.*\.(?!html?$)\w+$/

/** Other places of the site that are not an article's. */
const TAKEN = /^\/(index\.html|404\.html|category\/[^/]+\.html)?$/

const isTaken = (key: string): boolean => TAKEN.test(key) || OWN_FOLDER.test(key)

/** Gives each article an address of its own: the first by file name keeps it, later ones get a number. */
export const settleAddresses = <T extends Addressed>(drafts: readonly T[], problems: Problem[]): T[] => {
  const taken = new Map<string, string>()
  return drafts.map((draft) => {
    const { permalink } = draft.article
    const key = addressKey(permalink)
    const owner = isTaken(key) ? 'the site itself' : taken.get(key)
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

/** `/a/b.html` → `/a/b-2.html`; `/a/b/` → `/a/b-2/`; `/archive/root.json` → `/post/archive/root-2.json`. */
const freeAddress = (permalink: string, taken: ReadonlyMap<string, string>): string => {
  const [, stem = '', ending = ''] = /^(.*?)((?:\.\w+)?\/?)$/.exec(permalink) ?? []
  const start = OWN_FOLDER.test(addressKey(permalink)) ? `/post${stem}` : stem || '/post'
  for (let number = 2; ; number++) {
    const address = `${start}-${number}${ending === '/' && !stem ? '.html' : ending}`
    const key = addressKey(address)
    if (!taken.has(key) && !isTaken(key)) return address
  }
}
