import type { Archive } from './archive.ts'
import { ArchiveFailure, asFailure } from './failure.ts'
import type { Filter } from './filter.ts'
import type { Listing, ListingState } from './listing.ts'
import type { SearchSession, SearchStep } from './search-session.ts'

/** The results of a search as far as they have been read. Its program is loaded when the first is asked for. */
export class SearchListing implements Listing {
  readonly #archive: Archive
  readonly #filter: Filter
  readonly #watchers = new Set<() => void>()
  #state: ListingState = { headlines: [], dayCounts: new Map(), phase: 'resting' }
  #session: Promise<SearchSession> | undefined

  constructor(archive: Archive, filter: Filter) {
    this.#archive = archive
    this.#filter = filter
  }

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  readonly snapshot = (): ListingState => this.#state

  readonly more = (): void => {
    if (this.#state.phase === 'resting') void this.#read()
  }

  readonly retry = (): void => {
    if (this.#state.phase !== 'failed') return
    const { failure: _, ...rest } = this.#state
    this.#state = rest
    // A search that has failed is spent: a new one passes over what is already here.
    this.#session = undefined
    void this.#read()
  }

  async #read(): Promise<void> {
    this.#change({ phase: 'reading' })
    try {
      this.#session ??= this.#open()
      this.#take(await (await this.#session)())
    } catch (thrown) {
      this.#change({ phase: 'failed', failure: asFailure(thrown) })
    }
  }

  async #open(): Promise<SearchSession> {
    const { openSearch } = await import('./search-thread.ts').catch((thrown: unknown) => {
      throw new ArchiveFailure('offline', undefined, thrown)
    })
    const root = await this.#archive.root()
    const skip = this.#state.headlines.length
    return openSearch({ base: this.#archive.base, root, filter: this.#filter, skip })
  }

  #take({ headlines: more, isDone, isOfTitles, failure }: SearchStep): void {
    const headlines = more.length > 0 ? [...this.#state.headlines, ...more] : this.#state.headlines
    const found = { headlines, total: { value: headlines.length, exact: isDone }, isOfTitles }
    if (failure)
      this.#change({ ...found, phase: 'failed', failure: new ArchiveFailure(failure.kind, failure.shard) })
    else this.#change({ ...found, phase: isDone ? 'ended' : 'resting' })
  }

  #change(part: Partial<ListingState>): void {
    this.#state = { ...this.#state, ...part }
    for (const watcher of this.#watchers) watcher()
  }
}
