import { DIGIT, foldingTables, IDEOGRAPH } from '../../archive/fold.ts'
import type { Mark } from './listing.ts'
import type { Phrase, Query } from './query.ts'

/** A text of an article, as it is shown and as it is compared; both have the same length. */
export interface Comparable {
  readonly shown: string
  readonly folded: string
}

/** Every place at which a phrase stands in a folded text. A word is found where it is whole. */
export const placesOf = (folded: string, { text }: Phrase): number[] => {
  const places: number[] = []
  for (let at = folded.indexOf(text); at >= 0; at = folded.indexOf(text, at + 1)) {
    if (isWhole(folded, at, at + text.length)) places.push(at)
  }
  return places
}

/** Neither end cuts a word or a number in two. */
const isWhole = (text: string, start: number, end: number): boolean =>
  !isWithinWord(text, start) && !isWithinWord(text, end)

/** Whether what stands before a place and what stands there are of one word. */
const isWithinWord = (text: string, place: number): boolean => {
  const { kinds } = foldingTables()
  const isOfWord = (at: number): boolean =>
    (kinds[text.charCodeAt(at)] ?? 0) > IDEOGRAPH || joinsFigures(text, at)
  return isOfWord(place - 1) && isOfWord(place)
}

/** A point or comma within a number, as terms are cut: a comma has at most three figures before it and three behind. */
const joinsFigures = (text: string, place: number): boolean => {
  const sign = text[place]
  if (sign !== '.' && sign !== ',') return false
  const { kinds } = foldingTables()
  const isDigit = (at: number): boolean => kinds[text.charCodeAt(at)] === DIGIT
  if (!isDigit(place - 1) || !isDigit(place + 1)) return false
  if (sign === '.') return true
  const isShort = ![1, 2, 3, 4].every((back) => isDigit(place - back))
  return isShort && isDigit(place + 2) && isDigit(place + 3) && !isDigit(place + 4)
}

/** What was found of a search in an article, or nothing when it is no match. */
export interface Match {
  readonly title: readonly Mark[]
  readonly body: readonly Mark[]
  /** Code units between the first and the last of the words where they stand closest; 0 when all are in the title. */
  readonly spread: number
}

/** Compares an article with a search. */
export const matchText = (title: string, body: string, { wanted, unwanted }: Query): Match | undefined => {
  const isThere = (phrase: Phrase): boolean =>
    placesOf(title, phrase).length > 0 || (!phrase.inTitle && placesOf(body, phrase).length > 0)
  if (unwanted.some(isThere)) return undefined
  const titles: Mark[] = []
  const bodies: Mark[][] = []
  let isInTitle = true
  for (const phrase of wanted) {
    const inTitle = marksOf(title, phrase)
    const inBody = phrase.inTitle ? [] : marksOf(body, phrase)
    if (inTitle.length + inBody.length === 0) return undefined
    if (inTitle.length === 0) {
      isInTitle = false
      bodies.push(inBody)
    }
    titles.push(...inTitle)
  }
  const all = wanted.flatMap((phrase) => (phrase.inTitle ? [] : marksOf(body, phrase)))
  return { title: merged(titles), body: merged(all), spread: isInTitle ? 0 : 1 + closest(bodies) }
}

const marksOf = (text: string, phrase: Phrase): Mark[] =>
  placesOf(text, phrase).map((start) => [start, start + phrase.text.length])

/** Sorted, and those that touch or overlap made one. */
export const merged = (marks: readonly Mark[]): Mark[] => {
  const sorted = [...marks].sort((a, b) => a[0] - b[0])
  const apart: [number, number][] = []
  for (const [start, end] of sorted) {
    const last = apart.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else apart.push([start, end])
  }
  return apart
}

/** The length of the shortest stretch that holds one mark of each list. */
const closest = (lists: readonly (readonly Mark[])[]): number => {
  if (lists.length === 0) return 0
  const at = lists.map(() => 0)
  let best = Number.POSITIVE_INFINITY
  for (;;) {
    const heads = lists.map((list, index) => list[at[index] as number] as Mark)
    const start = Math.min(...heads.map(([first]) => first))
    best = Math.min(best, Math.max(...heads.map(([, end]) => end)) - start)
    const lowest = heads.findIndex(([first]) => first === start)
    at[lowest] = (at[lowest] as number) + 1
    if ((at[lowest] as number) >= (lists[lowest]?.length ?? 0)) return best
  }
}
