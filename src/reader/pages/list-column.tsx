import { type Ref, useSyncExternalStore } from 'react'
import type { CategoryEntry } from '../../archive/categories.ts'
import { useArchive } from '../asking/archive-context.ts'
import { FilterTokens } from '../filters/filter-tokens.tsx'
import type { Filter } from '../library/filter.ts'
import { listingOf } from '../library/listings.ts'
import { FailureNotice } from '../notices/failure-notice.tsx'
import { NothingMatches } from '../notices/nothing-matches.tsx'
import { Timeline, type TimelineHandle } from '../timeline/timeline.tsx'
import { useWords } from '../words/words-context.ts'
import { type Destination, stateFrom } from './destination.ts'

interface ListColumnProps {
  readonly destination: Destination
  readonly chosen: readonly CategoryEntry[]
  /** The name of the category whose page this is. */
  readonly heading: string | undefined
  readonly timeline: Ref<TimelineHandle>
  onFilter(filter: Filter): void
}

/** The list with what narrows it. */
export const ListColumn = ({ destination, chosen, heading, timeline, onFilter }: ListColumnProps) => {
  const words = useWords()
  const { archive, root } = useArchive()
  const { list, permalink } = destination
  const { filter } = list
  const listing = listingOf(archive, filter)
  const state = useSyncExternalStore(listing.subscribe, listing.snapshot)
  const Heading = permalink ? 'p' : 'h1'
  return (
    <section className="list-column" aria-label={words.list.label}>
      {heading && (
        <Heading className="list-heading" lang={root.site.lang}>
          {heading}
        </Heading>
      )}
      <FilterTokens filter={filter} chosen={chosen} state={state} onChange={onFilter} />
      <Timeline
        key={list.entry}
        ref={timeline}
        listing={listing}
        entry={list.entry}
        isByDay={filter.order !== 'best'}
        linkState={stateFrom(destination)}
        open={permalink}
        empty={<NothingMatches filter={filter} isSearchable={Boolean(root.search)} onFilter={onFilter} />}
        failed={(failure, retry) => <FailureNotice failure={failure} onRetry={retry} />}
      />
    </section>
  )
}
