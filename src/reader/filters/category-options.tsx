import { type KeyboardEvent, type Ref, useState } from 'react'
import { VList } from 'virtua'
import type { CategoryEntry } from '../../archive/categories.ts'
import { useArchive } from '../asking/archive-context.ts'
import { useWords } from '../words/words-context.ts'

interface CategoryOptionsProps {
  readonly entries: readonly CategoryEntry[]
  readonly chosen: readonly string[]
  /** Rows the list keeps room for, however few are found, so that nothing below it moves while a reader types. */
  readonly room: number
  onToggle(slug: string): void
  readonly ref?: Ref<HTMLFieldSetElement>
}

/** Lists longer than this are windowed. */
const WINDOWED = 60

/** Check boxes with counts. The arrow keys go from one to the next, as they would in a menu. */
export const CategoryOptions = ({ entries, chosen, room, onToggle, ref }: CategoryOptionsProps) => {
  const { categories: words } = useWords()
  const { lang } = useArchive().root.site
  const isWindowed = entries.length > WINDOWED
  const option = (entry: CategoryEntry) => (
    <CategoryOption
      key={entry.slug}
      entry={entry}
      isChosen={chosen.includes(entry.slug)}
      onToggle={onToggle}
    />
  )
  return (
    <fieldset ref={ref} onKeyDown={moveByArrows}>
      <legend className="hidden">{words.heading}</legend>
      <div
        lang={lang}
        className={isWindowed ? 'category-options category-windowed' : 'category-options'}
        style={{ '--room': room } as React.CSSProperties}
      >
        {isWindowed ? <VList data={entries}>{option}</VList> : entries.map(option)}
      </div>
      {entries.length === 0 && <p className="category-nothing">{words.nothing}</p>}
    </fieldset>
  )
}

interface CategoryOptionProps {
  readonly entry: CategoryEntry
  readonly isChosen: boolean
  onToggle(slug: string): void
}

const CategoryOption = ({ entry, isChosen, onToggle }: CategoryOptionProps) => {
  const { numbers } = useWords()
  // The address changes a moment after the press; the box answers at once, and follows the address from then on.
  const [isTicked, setTicked] = useState(isChosen)
  const [followed, setFollowed] = useState(isChosen)
  if (followed !== isChosen) {
    setFollowed(isChosen)
    setTicked(isChosen)
  }
  const onChange = () => {
    setTicked(!isTicked)
    onToggle(entry.slug)
  }
  return (
    <label className="category-option">
      <input type="checkbox" checked={isTicked} onChange={onChange} />
      <span className="category-name">{entry.name}</span>
      <span className="category-count">{numbers.count(entry.count)}</span>
    </label>
  )
}

const moveByArrows = (event: KeyboardEvent<HTMLElement>): void => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  event.preventDefault()
  const boxes = [...event.currentTarget.querySelectorAll('input')]
  const at = boxes.findIndex((each) => each.matches(':focus'))
  boxes[at + step]?.focus()
}
