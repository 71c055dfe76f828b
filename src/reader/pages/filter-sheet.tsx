import type { CategoryEntry } from '../../archive/categories.ts'
import { useArchive } from '../asking/archive-context.ts'
import { CategoryPicker } from '../filters/category-picker.tsx'
import { DateFilter } from '../filters/date-filter.tsx'
import { Sheet } from '../frame/sheet.tsx'
import { SiteMenu } from '../frame/site-menu.tsx'
import type { Filter } from '../library/filter.ts'
import { PreferencesPanel } from '../preferences/preferences-panel.tsx'
import { useWords } from '../words/words-context.ts'

interface FilterSheetProps {
  readonly filter: Filter
  readonly chosen: readonly CategoryEntry[]
  onFilter(filter: Filter): void
  onClose(): void
}

/** The side bar's filters on a phone: the list behind follows each choice at once. */
export const FilterSheet = ({ filter, chosen, onFilter, onClose }: FilterSheetProps) => {
  const { frame } = useWords()
  const { root } = useArchive()
  const results = (
    <button
      type="button"
      className="button"
      onClick={(press) => press.currentTarget.closest('dialog')?.close()}
    >
      {frame.showResults}
    </button>
  )
  return (
    <Sheet label={frame.filters} footer={results} onClose={onClose}>
      <div className="side-panel">
        <DateFilter filter={filter} onChange={onFilter} isUrgent />
        <CategoryPicker filter={filter} chosen={chosen} onChange={onFilter} />
        <SiteMenu root={root} />
        <PreferencesPanel />
      </div>
    </Sheet>
  )
}
