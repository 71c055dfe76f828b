import { useEffect, useRef } from 'react'
import { TopSheet } from '../frame/top-sheet.tsx'
import type { Filter } from '../library/filter.ts'
import { SearchBox, type SearchBoxHandle } from '../search/search-box.tsx'
import { useWords } from '../words/words-context.ts'

interface PhoneSearchProps {
  readonly filter: Filter
  onFilter(filter: Filter): void
  onClose(): void
}

/** The search box with a phone's whole screen for what it offers. */
export const PhoneSearch = ({ filter, onFilter, onClose }: PhoneSearchProps) => {
  const { search } = useWords()
  const place = useRef<HTMLDivElement>(null)
  const box = useRef<SearchBoxHandle>(null)
  useEffect(() => box.current?.open(), [])
  // Closed before the filter changes: the page behind a modal dialog cannot take the focus.
  const close = () => place.current?.closest('dialog')?.close()
  return (
    <TopSheet label={search.label} onClose={onClose}>
      <div ref={place}>
        <SearchBox
          ref={box}
          filter={filter}
          onFilter={(changed) => {
            close()
            onFilter(changed)
          }}
          onLeave={close}
        />
      </div>
    </TopSheet>
  )
}
