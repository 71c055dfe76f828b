import { Search, X } from 'lucide-react'
import {
  type FocusEvent,
  type FormEvent,
  type KeyboardEvent,
  type Ref,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import { useArchive } from '../asking/archive-context.ts'
import type { Filter } from '../library/filter.ts'
import { useWords } from '../words/words-context.ts'
import { markedBy, NONE, optionId } from './combobox-keys.ts'
import { eraseRecent, keepRecent, readRecent } from './recent-searches.ts'
import { type Suggestion, withSuggestion, withWords } from './search-changes.ts'
import { useSuggestions } from './use-suggestions.ts'
import './search.css'

export interface SearchBoxHandle {
  /** Puts the reader into the box, with what was searched for last at hand. */
  open(): void
}

interface SearchBoxProps {
  readonly filter: Filter
  readonly ref?: Ref<SearchBoxHandle>
  onFilter(filter: Filter): void
  /** Escape was pressed, and nothing is left here for it to take back. */
  onLeave?(): void
}

/** Where words are searched for: a combobox after the WAI-ARIA pattern, with a list that nothing is chosen from by itself. */
export const SearchBox = ({ filter, ref, onFilter, onLeave }: SearchBoxProps) => {
  const { search } = useWords()
  const { lang } = useArchive().root.site
  const words = filter.words ?? ''
  const [text, setText] = useFollowing(words)
  const [isOpen, setOpen] = useState(false)
  const [marked, setMarked] = useState(NONE)
  const [recent, setRecent] = useState<readonly string[]>([])
  const [isWanted, setWanted] = useState(false)
  const [field, list] = [useRef<HTMLInputElement>(null), useId()]
  const cameFrom = useRef<Element>(null)
  // What is already searched for needs no suggestions: then it is the earlier searches that may help.
  const { suggestions, SuggestionList } = useSuggestions(text === words ? '' : text, recent, isWanted)
  const Shown = isOpen && suggestions.length > 0 ? SuggestionList : undefined

  const show = (isShown: boolean) => {
    setOpen(isShown)
    setMarked(NONE)
  }
  const onFocus = (event: FocusEvent) => {
    cameFrom.current = event.relatedTarget
    setRecent(readRecent())
    setWanted(true)
  }
  const leave = () => {
    show(false)
    setText(words)
    field.current?.blur()
    if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus()
    onLeave?.()
  }
  const choose = (suggestion: Suggestion) => {
    show(false)
    const changed = withSuggestion(filter, suggestion)
    const isSearch = suggestion.kind === 'search' || suggestion.kind === 'recent'
    if (isSearch) keepRecent(suggestion.words)
    setText(changed.words ?? '')
    onFilter(changed)
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const chosen = Shown && suggestions[marked]
    const typed = text.trim()
    if (chosen) choose(chosen)
    else if (typed) choose({ kind: 'search', words: typed })
    else {
      show(false)
      onFilter(withWords(filter, ''))
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // These keys are the input method's own while it composes.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      if (Shown && text !== words) show(false)
      else leave()
    } else if (!Shown && /^Arrow(Up|Down)$/.test(event.key)) {
      event.preventDefault()
      show(true)
    } else if (Shown) {
      const next = markedBy(event.key, marked, suggestions.length)
      if (next === undefined) return
      event.preventDefault()
      setMarked(next)
    }
  }
  const type = (typed: string) => {
    setText(typed)
    show(true)
  }
  const erase = (erased?: string) => {
    setRecent(eraseRecent(erased))
    setMarked(NONE)
    // The pressed button goes away, and the focus must not go with it.
    field.current?.focus()
  }
  useImperativeHandle(ref, () => ({
    open: () => {
      field.current?.focus()
      field.current?.select()
      show(true)
    },
  }))
  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element takes no submission, so there would be a form in it.
    <form
      role="search"
      className="search-box"
      onSubmit={onSubmit}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) show(false)
      }}
    >
      <div className="search-field">
        <Search size="1rem" aria-hidden="true" />
        <input
          ref={field}
          role="combobox"
          aria-label={search.label}
          aria-autocomplete="list"
          aria-expanded={Boolean(Shown)}
          aria-controls={Shown && list}
          aria-activedescendant={Shown && marked !== NONE ? optionId(list, marked) : undefined}
          placeholder={search.placeholder}
          enterKeyHint="search"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={200}
          value={text}
          onFocus={onFocus}
          onClick={() => show(true)}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {text ? (
          <button
            type="button"
            className="search-clear"
            aria-label={search.clear}
            onClick={() => {
              type('')
              field.current?.focus()
            }}
          >
            <X size="1rem" aria-hidden="true" />
          </button>
        ) : (
          <span className="search-key" aria-hidden="true">
            /
          </span>
        )}
      </div>
      {Shown && (
        <Shown
          id={list}
          suggestions={suggestions}
          marked={marked}
          lang={lang}
          onMark={setMarked}
          onChoose={choose}
          onErase={erase}
        />
      )}
      <p className="hidden" role="status">
        {Shown && search.offered(suggestions.length)}
      </p>
    </form>
  )
}

/** A text that the reader changes, and that becomes another one whenever the address does. */
const useFollowing = (given: string): [string, (text: string) => void] => {
  const [text, setText] = useState(given)
  const [followed, setFollowed] = useState(given)
  if (followed !== given) {
    setFollowed(given)
    setText(given)
  }
  return [text, setText]
}
