import { type KeyboardEvent, useCallback, useDeferredValue, useId, useMemo, useRef, useState } from 'react'
import type { CategoryEntry } from '../../archive/categories.ts'
import { useArchive } from '../asking/archive-context.ts'
import { useAnswer } from '../asking/use-answer.ts'
import { categoriesOf, matchCategories } from '../library/directory.ts'
import type { Filter } from '../library/filter.ts'
import { useWords } from '../words/words-context.ts'
import { CategoryOptions } from './category-options.tsx'
import { toggleCategory } from './filter-changes.ts'
import './filters.css'

interface CategoryPickerProps {
  readonly filter: Filter
  /** The chosen categories as far as they are known, so that they can be taken off where they are not on top. */
  readonly chosen: readonly CategoryEntry[]
  onChange(filter: Filter): void
}

/** Finds among thousands of categories by name or pinyin; several can be chosen at once. */
export const CategoryPicker = ({ filter, chosen, onChange }: CategoryPickerProps) => {
  const { categories: words } = useWords()
  const { archive, root } = useArchive()
  const [query, setQuery] = useState('')
  const [isWanted, setWanted] = useState(false)
  const [heading, field] = [useId(), useId()]
  const options = useRef<HTMLFieldSetElement>(null)
  const ask = useCallback(
    (): Promise<readonly CategoryEntry[]> => (isWanted ? categoriesOf(archive) : Promise.resolve([])),
    [archive, isWanted],
  )
  const { value: all } = useAnswer(ask)
  // Typing stays ahead of a list of thousands.
  const sought = useDeferredValue(query.trim())
  const { top } = root.categories
  const shown = useMemo(() => {
    if (sought && isWanted) return matchCategories(all ?? top, sought)
    const others = chosen.filter(({ slug }) => !top.some((entry) => entry.slug === slug))
    return [...others, ...top]
  }, [sought, isWanted, all, top, chosen])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && query) {
      // Escape empties the field first; only then may it mean anything to what is around it.
      event.stopPropagation()
      event.preventDefault()
      setQuery('')
    }
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      options.current?.querySelector('input')?.focus()
    }
  }
  return (
    <section className="category-picker" aria-labelledby={heading}>
      <h2 className="panel-heading" id={heading}>
        {words.heading}
      </h2>
      <label className="hidden" htmlFor={field}>
        {words.search}
      </label>
      <input
        id={field}
        type="search"
        className="category-search"
        placeholder={words.search}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onFocus={() => setWanted(true)}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <p className="hidden" role="status">
        {sought && all && words.found(shown.length)}
      </p>
      <CategoryOptions
        ref={options}
        entries={shown}
        chosen={filter.categories}
        room={Math.min(top.length, root.categories.count)}
        onToggle={(slug) => onChange(toggleCategory(filter, slug))}
      />
    </section>
  )
}
