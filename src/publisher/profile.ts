import { spellCount, spellMeasure } from './spell-number.ts'

/** What a stage cost so far: its time in milliseconds, how many posts or files went through, and their bytes. */
export interface ProfileRow {
  readonly stage: string
  readonly milliseconds: number
  readonly items: number
  readonly bytes: number
}

/** Plain data, which a worker can post and `addAll` takes. */
export type ProfileRows = readonly ProfileRow[]

/** Where the time of a publish goes, by stages. */
export interface Profile {
  add(stage: string, milliseconds: number, items: number, bytes: number): void
  addAll(rows: ProfileRows): void
  /**
   * Does a stage's synchronous work on one item and adds what it took, also when it throws. Work within work counts
   * for the inner stage alone, so that the shares add up. `bytes` may be told by the result.
   */
  timed<T>(stage: string, work: () => T, bytes?: number | ((result: T) => number)): T
  /** One a stage, in the order in which they were first added to. */
  rows(): ProfileRows
  /** Lines for a terminal. Seconds are summed over threads, so posts and MB a second are those of one thread. */
  table(): string[]
}

/** Measures nothing, and costs next to nothing. */
export const noProfile: Profile = {
  add: () => {},
  addAll: () => {},
  timed: (_, work) => work(),
  rows: () => [],
  table: () => [],
}

/** Starts a profile of this thread. `now` is a clock in milliseconds. */
export const startProfile = (now: () => number = () => performance.now()): Profile => {
  const stages = new Map<string, { milliseconds: number; items: number; bytes: number }>()
  let inner = 0
  const add: Profile['add'] = (stage, milliseconds, items, bytes) => {
    let sum = stages.get(stage)
    if (!sum) {
      sum = { milliseconds: 0, items: 0, bytes: 0 }
      stages.set(stage, sum)
    }
    sum.milliseconds += milliseconds
    sum.items += items
    sum.bytes += bytes
  }
  const rows = (): ProfileRows => [...stages].map(([stage, sum]) => ({ stage, ...sum }))
  return {
    add,
    addAll(others) {
      for (const { stage, milliseconds, items, bytes } of others) add(stage, milliseconds, items, bytes)
    },
    timed(stage, work, bytes = 0) {
      const before = inner
      inner = 0
      const start = now()
      let size = 0
      try {
        const result = work()
        size = typeof bytes === 'number' ? bytes : bytes(result)
        return result
      } finally {
        const took = now() - start
        add(stage, took - inner, 1, size)
        inner = before + took
      }
    },
    rows,
    table: () => tableOf(rows()),
  }
}

const HEAD = ['stage', 'seconds', 'share', 'posts/s', 'MB/s']

const tableOf = (rows: ProfileRows): string[] => {
  const all = rows.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
  const cells = [
    HEAD,
    ...rows.map((row) => [
      row.stage,
      spellMeasure(row.milliseconds / 1000),
      `${all > 0 ? Math.round((row.milliseconds / all) * 100) : 0} %`,
      perSecond(row.items, row.milliseconds, spellCount),
      perSecond(row.bytes / 1e6, row.milliseconds, spellMeasure),
    ]),
    ['all', spellMeasure(all / 1000), '', '', ''],
  ]
  const widths = HEAD.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  return cells.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
}

/** Empty where nothing was counted, or too fast to say how fast. */
const perSecond = (amount: number, milliseconds: number, spell: (value: number) => string): string =>
  amount > 0 && milliseconds > 0 ? spell((amount * 1000) / milliseconds) : ''
