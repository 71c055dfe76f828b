import type { Ref } from 'react'
import type { CategoryEntry } from '../../archive/categories.ts'
import { useArchive } from '../asking/archive-context.ts'
import { CategoryPicker } from '../filters/category-picker.tsx'
import { DateFilter } from '../filters/date-filter.tsx'
import { Masthead } from '../frame/masthead.tsx'
import { SiteMenu } from '../frame/site-menu.tsx'
import type { Filter } from '../library/filter.ts'
import { PreferencesPanel } from '../preferences/preferences-panel.tsx'
import { SearchBox, type SearchBoxHandle } from '../search/search-box.tsx'
import { useWords } from '../words/words-context.ts'
import { useIsSearching } from './use-is-searching.ts'

interface SideBarProps {
  readonly filter: Filter
  readonly chosen: readonly CategoryEntry[]
  readonly isHeading: boolean
  /** Whether the list stands beside it, and not an article in its place. */
  readonly isListShown: boolean
  readonly search: Ref<SearchBoxHandle>
  onFilter(filter: Filter): void
  onSearch(filter: Filter): void
  onKeyHelp(): void
}

/** The column at the left: the paper's name, the search, the filters, the reader's settings. */
export const SideBar = (props: SideBarProps) => {
  const { filter, chosen, isHeading, isListShown, search, onFilter, onSearch, onKeyHelp } = props
  const { root, isWhole } = useArchive()
  const isSearching = useIsSearching(filter) && isListShown
  const { frame } = useWords()
  return (
    <div className="side-bar">
      <Masthead root={root} isHeading={isHeading} />
      {isWhole && root.search && <SearchBox ref={search} filter={filter} onFilter={onSearch} />}
      {isWhole && (
        <aside className="side-panel" aria-label={frame.filters}>
          <DateFilter filter={filter} isHeld={isSearching} onChange={onFilter} />
          <CategoryPicker filter={filter} chosen={chosen} onChange={onFilter} />
          <SiteMenu root={root} />
          <PreferencesPanel />
          <button type="button" className="keys-button" onClick={onKeyHelp}>
            {frame.keys} <kbd>?</kbd>
          </button>
        </aside>
      )}
    </div>
  )
}
