import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { CategoryEntry } from '../../archive/categories.ts'
import { type Filter, isEmpty } from '../library/filter.ts'
import type { ListingState } from '../library/listing.ts'
import { useWords } from '../words/words-context.ts'
import { periodName, toggleCategory, withoutWords, withPeriod } from './filter-changes.ts'
import { ListStatus } from './list-status.tsx'
import { OrderChoice } from './order-choice.tsx'
import './filters.css'

interface FilterTokensProps {
  readonly filter: Filter
  readonly chosen: readonly CategoryEntry[]
  /** How far the list has been read. */
  readonly state: ListingState
  /** Where the list can be followed. */
  readonly feed?: ReactNode
  onChange(filter: Filter): void
}

/** The filters in force, each to be taken off by itself, how many articles they leave, and in which order. */
export const FilterTokens = ({ filter, chosen, state, feed, onChange }: FilterTokensProps) => {
  const { tokens, days } = useWords()
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
  const { words } = filter
  return (
    <div ref={bar} className={isEmpty(filter) ? 'tokens tokens-none' : 'tokens'} tabIndex={-1}>
      {!isEmpty(filter) && (
        <>
          <ul className="token-list" aria-label={tokens.label}>
            {words && <Token name={`“${words}”`} onRemove={() => change(withoutWords(filter))} />}
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
      <div className="token-list-end">
        {words && <OrderChoice filter={filter} onChange={onChange} />}
        <ListStatus state={state} isSearch={Boolean(words)} isShown={!isEmpty(filter)} />
        {feed}
      </div>
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
