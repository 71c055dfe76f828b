import { useId, useState } from 'react'
import type { Filter } from '../library/filter.ts'
import { useWords } from '../words/words-context.ts'
import { withOrder } from './filter-changes.ts'

interface OrderChoiceProps {
  readonly filter: Filter
  onChange(filter: Filter): void
}

const ORDERS = ['newest', 'best'] as const

/** Whether a search shows the newest or the best matches first. */
export const OrderChoice = ({ filter, onChange }: OrderChoiceProps) => {
  const { search } = useWords()
  const name = useId()
  const order = filter.order ?? 'newest'
  // The address changes a moment after the press; the choice answers at once, and follows the address from then on.
  const [chosen, setChosen] = useState<(typeof ORDERS)[number]>(order)
  const [followed, setFollowed] = useState(order)
  if (followed !== order) {
    setFollowed(order)
    setChosen(order)
  }
  return (
    <fieldset className="order">
      <legend className="hidden">{search.order}</legend>
      {ORDERS.map((each) => (
        <label key={each} className="order-option">
          <input
            type="radio"
            name={name}
            checked={chosen === each}
            onChange={() => {
              setChosen(each)
              onChange(withOrder(filter, each))
            }}
          />
          <span>{search.orders[each]}</span>
        </label>
      ))}
    </fieldset>
  )
}
