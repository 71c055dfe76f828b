import type { ReactNode } from 'react'
import type { Mark } from '../library/listing.ts'

interface MarkedProps {
  readonly text: string
  readonly marks: readonly Mark[] | undefined
}

/** A text with the words marked that were searched for. Marks that are not in their order, or past the end, are left out. */
export const Marked = ({ text, marks = [] }: MarkedProps) => {
  const parts: ReactNode[] = []
  let done = 0
  for (const [start, end] of marks) {
    if (start < done || end <= start || end > text.length) continue
    parts.push(text.slice(done, start), <mark key={start}>{text.slice(start, end)}</mark>)
    done = end
  }
  return (
    <>
      {parts}
      {text.slice(done)}
    </>
  )
}
