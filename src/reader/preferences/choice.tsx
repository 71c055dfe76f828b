import { useId } from 'react'
import { oneOf } from './preferences.ts'

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly value: T
  /** Each with the name people read. */
  readonly options: readonly (readonly [value: T, name: string])[]
  onChoose(value: T): void
}

/** One of a few named values; the native control, so that every platform's own ways work. */
export const Choice = <T extends string>({ label, value, options, onChoose }: ChoiceProps<T>) => {
  const id = useId()
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = oneOf(
            options.map(([option]) => option),
            event.target.value,
          )
          if (chosen) onChoose(chosen)
        }}
      >
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
