import type { Root } from '../../archive/root.ts'
import { type ArchiveFailure, asFailure } from './failure.ts'
import type { Filter } from './filter.ts'
import type { ListedHeadline } from './listing.ts'
import { parseQuery } from './query.ts'
import { searchArchive } from './search-engine.ts'
import { SearchedArchive } from './searched-archive.ts'

/** What a search is asked from outside; plain data, as it goes to a worker. */
export interface SearchRequest {
  readonly base: string
  readonly root: Root
  readonly filter: Filter
  /** Results that are there already, after a failure. */
  readonly skip: number
}

/** One step of a search; plain data, as it comes from a worker. */
export interface SearchStep {
  readonly headlines: readonly ListedHeadline[]
  readonly isDone: boolean
  readonly isOfTitles: boolean
  readonly failure?: Pick<ArchiveFailure, 'kind'> & { readonly shard: string | undefined }
}

/** Goes one batch further. */
export type SearchSession = () => Promise<SearchStep>

/** The archive of the last search: what one has read serves the next, and one of a newer edition, too. */
let last: SearchedArchive | undefined

const archiveOf = ({ base, root }: SearchRequest): SearchedArchive => {
  if (last?.root.edition !== root.edition || last.base !== base) last = new SearchedArchive(base, root, last)
  return last
}

/** Opens a search in this thread. */
export const openSession = (request: SearchRequest): SearchSession => {
  const { isOfTitles } = parseQuery(request.filter.words ?? '')
  const walk = searchArchive(archiveOf(request), request.filter)
  let skip = request.skip
  return async () => {
    try {
      for (;;) {
        const { value = [], done } = await walk.next()
        const headlines = value.slice(skip)
        skip -= value.length - headlines.length
        // The end is told with the last results, where it is known.
        if (headlines.length > 0 || done) return { headlines, isDone: done === true, isOfTitles }
      }
    } catch (thrown) {
      const { kind, shard } = asFailure(thrown)
      return { headlines: [], isDone: false, isOfTitles, failure: { kind, shard } }
    }
  }
}
