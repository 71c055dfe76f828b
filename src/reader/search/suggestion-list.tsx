import { CalendarDays, History, Layers, Search, X } from 'lucide-react'
import { useEffect } from 'react'
import { isDay } from '../../archive/day.ts'
import { useWords } from '../words/words-context.ts'
import { optionId } from './combobox-keys.ts'
import type { Suggestion } from './search-changes.ts'
import './suggestion-list.css'

interface SuggestionListProps {
  readonly id: string
  readonly suggestions: readonly Suggestion[]
  readonly marked: number
  /** The language of the news, in which categories have their names. */
  readonly lang: string
  onMark(index: number): void
  onChoose(suggestion: Suggestion): void
  /** Forgets one earlier search, or all of them. */
  onErase(words?: string): void
}

const ICONS = { search: Search, recent: History, category: Layers, period: CalendarDays }

/**
 * What may be meant, to choose from. A listbox holds options and nothing else, so the buttons that forget a search
 * stand beside it, row by row.
 */
export const SuggestionList = (props: SuggestionListProps) => {
  const { id, suggestions, marked, lang, onMark, onChoose, onErase } = props
  const { search } = useWords()
  // The focus stays in the field, so nobody else brings the marked one into view.
  useEffect(() => {
    document.getElementById(optionId(id, marked))?.scrollIntoView?.({ block: 'nearest' })
  }, [id, marked])
  const first = suggestions.findIndex(({ kind }) => kind === 'recent')
  const recent = suggestions.flatMap((each) => (each.kind === 'recent' ? [each.words] : []))
  return (
    // The field keeps the focus while the pointer is at work here, or the list would close under it.
    // biome-ignore lint/a11y/noStaticElementInteractions: it is the parts of the list that are pressed, not the frame.
    <div className="suggestions" onMouseDown={(press) => press.preventDefault()}>
      <div role="listbox" id={id} aria-label={search.suggestions}>
        {suggestions.map((suggestion, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus, and its keys choose the marked one.
          <div
            key={keyOf(suggestion)}
            id={optionId(id, index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === marked}
            className="suggestion"
            onMouseMove={() => onMark(index)}
            onClick={() => onChoose(suggestion)}
          >
            <Face suggestion={suggestion} lang={lang} />
          </div>
        ))}
      </div>
      {recent.length > 0 && (
        <div className="suggestion-erasers" style={{ '--first': first } as React.CSSProperties}>
          {recent.map((words) => (
            <button key={words} type="button" aria-label={search.erase(words)} onClick={() => onErase(words)}>
              <X size="0.875rem" aria-hidden="true" />
            </button>
          ))}
        </div>
      )}
      {recent.length > 0 && (
        <button type="button" className="suggestion-erase-all" onClick={() => onErase()}>
          {search.eraseAll}
        </button>
      )}
    </div>
  )
}

const keyOf = (suggestion: Suggestion): string => {
  if (suggestion.kind === 'category') return `category ${suggestion.entry.slug}`
  if (suggestion.kind === 'period') return `period ${suggestion.from} ${suggestion.to}`
  return suggestion.kind === 'search' ? 'search' : `recent ${suggestion.words}`
}

const Face = ({ suggestion, lang }: { readonly suggestion: Suggestion; readonly lang: string }) => {
  const words = useWords()
  const Icon = ICONS[suggestion.kind]
  return (
    <>
      <Icon size="1rem" aria-hidden="true" />
      <span className="suggestion-name" lang={suggestion.kind === 'category' ? lang : undefined}>
        <Name suggestion={suggestion} />
      </span>
      <span className="hidden">{words.search.kinds[suggestion.kind]}</span>
      {suggestion.kind === 'category' && (
        <span className="suggestion-count">{words.numbers.count(suggestion.entry.count)}</span>
      )}
    </>
  )
}

const Name = ({ suggestion }: { readonly suggestion: Suggestion }) => {
  const { search, day, days } = useWords()
  switch (suggestion.kind) {
    case 'search':
      return search.searchFor(suggestion.words)
    case 'recent':
      return suggestion.words
    case 'category':
      return suggestion.entry.name
    case 'period': {
      const { from, to } = suggestion
      if (from !== to) return days.range(from, to)
      return isDay(from) ? day(from) : from
    }
  }
}
