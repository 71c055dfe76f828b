import type { Answer } from './ask-search.ts'
import type { Kind } from './choose-queries.ts'
import { count, kilobytes, milliseconds } from './figures.ts'
import { median, p95 } from './quantiles.ts'
import type { Row } from './results.ts'

export interface Asked {
  readonly cold: readonly Answer[]
  readonly warm: readonly Answer[]
}

/** Two rows, cold and warm, of the answers to one kind of query, or to all. */
export const answerRows = (posts: number, kind: Kind | 'all', { cold, warm }: Asked): Row[] => [
  answerRow(posts, kind, 'cold', cold),
  answerRow(posts, kind, 'warm', warm),
]

/** One row: of what kind of query, and how it was asked. */
export const answerRow = (posts: number, kind: string, state: string, answers: readonly Answer[]): Row => {
  const both = (of: (answer: Answer) => number, spell: (value: number) => string): string => {
    const values = answers.map(of)
    const [middle, high] = [spell(median(values)), spell(p95(values))]
    return middle && `${middle} / ${high}`
  }
  return {
    posts: count(posts),
    kind,
    state,
    queries: count(answers.length),
    results: both(({ query }) => query.expected, count),
    right: count(answers.filter(({ isRight }) => isRight).length),
    requests: both(({ requests }) => requests, count),
    bytes: both(({ bytes }) => bytes, kilobytes),
    'one after another': both(({ chain }) => chain, count),
    'first result': both(({ first }) => first, milliseconds),
    'full page': both(({ full }) => full, milliseconds),
  }
}
