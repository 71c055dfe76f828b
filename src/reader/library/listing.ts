import type { Day } from '../../archive/day.ts'
import type { Headline } from '../../archive/headline.ts'
import type { Archive } from './archive.ts'
import { type Count, countOf } from './count.ts'
import { type ArchiveFailure, asFailure } from './failure.ts'
import { type Filter, isEmpty } from './filter.ts'
import { headlineAt } from './headlines.ts'
import { dayCountsIn, matchesOf } from './matches.ts'
import { monthsBackwards } from './months.ts'

/** `resting`: more can be read; `ended`: the whole timeline is here; `failed`: `retry` goes on from here. */
export type Phase = 'reading' | 'resting' | 'ended' | 'failed'

/** Where a text has one of the words that were searched for: UTF-16 units, the end excluded, ascending, apart. */
export type Mark = readonly [start: number, end: number]

/** A headline in a list. In a search its excerpt is the place of the text that the words stand in. */
export interface ListedHeadline extends Headline {
  readonly marks?: { readonly title: readonly Mark[]; readonly excerpt: readonly Mark[] }
}

export interface ListingState {
  /** Newest first, but for a search that asked for the best first. */
  readonly headlines: readonly ListedHeadline[]
  /** How many matches each day has; a day is missing while its month has not been read. */
  readonly dayCounts: ReadonlyMap<Day, number>
  readonly total?: Count
  readonly phase: Phase
  readonly failure?: ArchiveFailure
  /** The search was for a single character, which is looked for in titles alone. */
  readonly isOfTitles?: boolean
}

/** A list as far as it has been read: what a timeline shows. */
export interface Listing {
  readonly subscribe: (watcher: () => void) => () => void
  readonly snapshot: () => ListingState
  readonly more: () => void
  readonly retry: () => void
}

/** Headlines read at a time. */
const CHUNK = 40

/** The timeline of one filter as far as it has been read, for `useSyncExternalStore`. */
export class FilterListing implements Listing {
  readonly #archive: Archive
  readonly #filter: Filter
  readonly #watchers = new Set<() => void>()
  #state: ListingState = { headlines: [], dayCounts: new Map(), phase: 'resting' }
  #walk: AsyncGenerator<Headline[]>

  constructor(archive: Archive, filter: Filter) {
    this.#archive = archive
    this.#filter = filter
    this.#walk = this.#chunks()
  }

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  readonly snapshot = (): ListingState => this.#state

  /** Reads one chunk more, unless one is being read or there is none. */
  readonly more = (): void => {
    if (this.#state.phase === 'resting') void this.#read()
  }

  readonly retry = (): void => {
    if (this.#state.phase !== 'failed') return
    const { failure: _, ...rest } = this.#state
    this.#state = rest
    // A generator that has thrown is spent: a new one skips what is already here.
    this.#walk = this.#chunks()
    void this.#read()
  }

  async #read(): Promise<void> {
    this.#change({ phase: 'reading' })
    try {
      if (!this.#state.total) void this.#count()
      const { value, done } = await this.#walk.next()
      this.#change({
        headlines: value ? [...this.#state.headlines, ...value] : this.#state.headlines,
        phase: done ? 'ended' : 'resting',
      })
    } catch (thrown) {
      this.#change({ phase: 'failed', failure: asFailure(thrown) })
    }
  }

  /** The count comes beside the headlines; when it fails, so does the reading, which tells. */
  async #count(): Promise<void> {
    const total = await countOf(this.#archive, this.#filter).catch(() => undefined)
    if (total) this.#change({ total })
  }

  async *#chunks(): AsyncGenerator<Headline[]> {
    let skip = this.#state.headlines.length
    if (skip === 0 && isEmpty(this.#filter)) {
      const { newest } = await this.#archive.root()
      skip = newest.length
      if (skip > 0) yield [...newest]
    }
    for await (const entry of monthsBackwards(this.#archive, this.#filter)) {
      const matches = await matchesOf(this.#archive, entry, this.#filter)
      this.#change({ dayCounts: new Map([...this.#state.dayCounts, ...dayCountsIn(matches)]) })
      let end = matches.ordinals.length
      const skipped = Math.min(skip, end)
      skip -= skipped
      end -= skipped
      while (end > 0) {
        const start = Math.max(0, end - CHUNK)
        const ordinals = matches.ordinals.slice(start, end).reverse()
        yield await Promise.all(ordinals.map((ordinal) => headlineAt(this.#archive, matches.shard, ordinal)))
        end = start
      }
    }
  }

  #change(part: Partial<ListingState>): void {
    this.#state = { ...this.#state, ...part }
    for (const watcher of this.#watchers) watcher()
  }
}
