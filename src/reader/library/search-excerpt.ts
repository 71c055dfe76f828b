import type { Mark } from './listing.ts'

/** Code units of an excerpt: two lines of a wide list. */
const LENGTH = 120

/** Code units before the first mark where its sentence begins far off. */
const LEAD = 30

export interface Excerpt {
  readonly text: string
  readonly marks: readonly Mark[]
}

/**
 * The part of a text that says most of what was searched for: from the beginning of the sentence of the marks that
 * stand closest together.
 */
export const searchExcerpt = (text: string, marks: readonly Mark[]): Excerpt => {
  const first = densest(marks)
  const start = beginOf(text, first)
  const cut = start + LENGTH >= text.length ? text.length : start + LENGTH
  // Half of a surrogate pair is no character.
  const end = /[\uD800-\uDBFF]/.test(text[cut - 1] ?? '') ? cut - 1 : cut
  const before = start > 0 ? '…' : ''
  const own = text.slice(start, end).replace(/\n/g, ' ')
  const shift = before.length - start
  const shown = marks
    .filter(([from, to]) => from < end && to > start)
    // A long phrase may be longer than the excerpt.
    .map(([from, to]): Mark => [Math.max(from, start) + shift, Math.min(to, end) + shift])
  return { text: `${before}${own}${end < text.length ? '…' : ''}`, marks: shown }
}

/** Where the stretch of LENGTH begins that holds most of the words; words that touch are one mark, but a long one. */
const densest = (marks: readonly Mark[]): number => {
  let [best, most] = [marks[0]?.[0] ?? 0, 0]
  let [last, held] = [0, 0]
  for (const [index, [start, end]] of marks.entries()) {
    for (let next = marks[last]; next && next[1] - start <= LENGTH - LEAD; next = marks[++last])
      held += next[1] - next[0]
    if (held > most) [best, most] = [start, held]
    if (last > index) held -= end - start
    else last = index + 1
  }
  return best
}

/** The beginning of the sentence that a place is in, if that is near. */
const beginOf = (text: string, place: number): number => {
  for (let at = place - 1; at >= 0 && at >= place - LEAD; at--)
    if (/[。！？!?\n]/.test(text[at] as string)) return at + 1
  if (place <= LEAD) return 0
  const start = place - LEAD
  return /[\uDC00-\uDFFF]/.test(text[start] ?? '') ? start + 1 : start
}
