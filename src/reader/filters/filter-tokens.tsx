import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { CategoryEntry } from '../../archive/categories.ts'
import { type Filter, isEmpty } from '../library/filter.ts'
import type { ListingState } from '../library/listing.ts'
import { useWords } from '../words/words-context.ts'
import { periodName, toggleCategory, withPeriod } from './filter-changes.ts'
import './filters.css'

interface FilterTokensProps {
  readonly filter: Filter
  readonly chosen: readonly CategoryEntry[]
  readonly total: ListingState['total']
  onChange(filter: Filter): void
}

/** The filters in force, each to be taken off by itself, and how many articles they leave. */
export const FilterTokens = ({ filter, chosen, total, onChange }: FilterTokensProps) => {
  const { tokens, numbers, list, days } = useWords()
  const bar = useRef<HTMLDivElement>(null)
  const period = periodName(filter, days)
  const isPressed = useRef(false)
  const change = (changed: Filter) => {
    isPressed.current = true
    onChange(changed)
  }
  // The pressed button goes away with its filter, and the focus must not fall back to the page's top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of the filter that takes it away.
  useEffect(() => {
    if (isPressed.current) (bar.current?.querySelector('button') ?? bar.current)?.focus()
    isPressed.current = false
  }, [filter])
  const count =
    total &&
    (total.exact ? list.counted(numbers.articles(total.value)) : numbers.articlesAtLeast(total.value))
  return (
    <div ref={bar} className={isEmpty(filter) ? 'tokens tokens-none' : 'tokens'} tabIndex={-1}>
      {!isEmpty(filter) && (
        <>
          <ul className="token-list" aria-label={tokens.label}>
            {filter.categories.map((slug) => (
              <Token
                key={slug}
                name={chosen.find((entry) => entry.slug === slug)?.name ?? slug}
                onRemove={() => change(toggleCategory(filter, slug))}
              />
            ))}
            {period && <Token name={period} onRemove={() => change(withPeriod(filter))} />}
          </ul>
          <button type="button" className="token-clear" onClick={() => change({ categories: [] })}>
            {tokens.clear}
          </button>
        </>
      )}
      <p className={isEmpty(filter) ? 'hidden' : 'token-count'} role="status">
        {count}
      </p>
    </div>
  )
}

const Token = ({ name, onRemove }: { readonly name: string; onRemove(): void }) => {
  const { tokens } = useWords()
  return (
    <li>
      <button type="button" className="token" aria-label={tokens.remove(name)} onClick={onRemove}>
        {name}
        <X size="0.875rem" aria-hidden="true" />
      </button>
    </li>
  )
}
