import { type Ref, useEffect, useState, useSyncExternalStore } from 'react'
import type { CategoryEntry } from '../../archive/categories.ts'
import { useArchive } from '../asking/archive-context.ts'
import { FeedLink } from '../filters/feed-link.tsx'
import { FilterTokens } from '../filters/filter-tokens.tsx'
import type { ArchiveFailure } from '../library/failure.ts'
import type { Filter } from '../library/filter.ts'
import { listingOf } from '../library/listings.ts'
import { FailureNotice } from '../notices/failure-notice.tsx'
import { NothingMatches } from '../notices/nothing-matches.tsx'
import { PrintedTimeline } from '../timeline/printed-timeline.tsx'
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
  const { archive, root, isWhole, printed, reopen } = useArchive()
  const { list, permalink } = destination
  const { filter } = list
  const listing = listingOf(archive, filter)
  const state = useSyncExternalStore(listing.subscribe, listing.snapshot, listing.snapshot)
  // What was printed stands until as much of the archive has been read: a shorter list would let the page jump, and
  // what can be read without a network is not to go with it. Another list of the same page is not what was printed.
  const [first] = useState(() => printed?.list && { entry: list.entry, headlines: printed.list.headlines })
  const headlines = first?.entry === list.entry ? first.headlines : undefined
  const isRead = state.headlines.length >= (headlines?.length ?? 0) || state.phase === 'ended'
  const isPrinted = headlines !== undefined && !isRead
  // biome-ignore lint/correctness/useExhaustiveDependencies: each part that was read is a reason to read on.
  useEffect(() => {
    if (isPrinted) listing.more()
  }, [isPrinted, listing, state])
  const failed = (failure: ArchiveFailure, retry: () => void) => (
    <FailureNotice
      failure={failure}
      onRetry={() => {
        reopen?.()
        retry()
      }}
    />
  )
  const Heading = permalink ? 'p' : 'h1'
  return (
    <section className="list-column" aria-label={words.list.label}>
      {heading && (
        <Heading className="list-heading" lang={root.site.lang}>
          {heading}
        </Heading>
      )}
      <FilterTokens
        filter={filter}
        chosen={chosen}
        state={state}
        feed={isWhole && <FeedLink filter={filter} root={root} />}
        onChange={onFilter}
      />
      {isPrinted ? (
        <>
          <PrintedTimeline headlines={headlines} linkState={stateFrom(destination)} />
          {state.failure && failed(state.failure, listing.retry)}
        </>
      ) : (
        <Timeline
          key={list.entry}
          ref={timeline}
          listing={listing}
          entry={list.entry}
          isByDay={filter.order !== 'best'}
          linkState={stateFrom(destination)}
          open={permalink}
          printed={headlines}
          empty={<NothingMatches filter={filter} isSearchable={Boolean(root.search)} onFilter={onFilter} />}
          failed={failed}
        />
      )}
    </section>
  )
}
