import type { Day } from '../../archive/day.ts'
import type { Category } from '../../archive/headline.ts'
import type { Weight } from '../edition-weight.ts'
import type { PostRecord } from '../post-record.ts'
import { compare } from '../problems.ts'
import type { PackedDay } from '../stages/pack-day.ts'

/** An entry of a month as it was packed, and what it was packed from. */
export interface PackedMemo extends PackedDay {
  readonly day: Day
  /** Stands for all that the entry's files hang on. */
  readonly key: string
  readonly weight: Weight
  /** How many compressed files lie beside its shards, where any do. */
  readonly beside?: number
  /** Its articles, oldest first. */
  readonly posts: readonly PostRecord[]
  /** Pages that the file system has no place for. */
  readonly refused: readonly string[]
  /** Whether articles have the page that their own address names; `odd` has those of other articles, by place. */
  readonly isPaged: boolean
  readonly odd: ReadonlyMap<number, readonly string[]>
}

/** What is known of a month: the posts of its entries, one entry after another, and behind them those of none. */
export interface MonthMemo {
  /** The name of the file that holds it; nothing as long as none does. */
  readonly name?: string | undefined
  readonly posts: readonly PostRecord[]
  readonly entries: readonly PackedMemo[]
  /** The places of the posts in the order of their paths. */
  readonly byPath?: readonly number[] | undefined
}

/** Fields that most posts leave as they are here. */
interface Seldom {
  aliases?: readonly string[]
  asks?: readonly string[]
  answers?: readonly (string | null)[]
  problems?: PostRecord['problems']
  isPublished?: false
  stub?: string
  modified?: number
}

/** A month by columns: a tenth of the objects, and a third of the time to read them, that rows would be. */
interface MonthColumns {
  paths: string[]
  ids: string
  days: Day[]
  dayOf: number[]
  epochs: (number | null)[]
  permalinks: string[]
  categories: (readonly Category[])[]
  categoriesOf: number[]
  sameness: string
  bytes: number[]
  seldom: [place: number, fields: Seldom][]
  stamps: number[]
  byPath: readonly number[]
  entries: (Omit<PackedMemo, 'posts' | 'odd'> & { count: number; odd: [number, readonly string[]][] })[]
}

const [ID, SAMENESS] = [40, 16]
const NONE: readonly never[] = []

/** A month as JSON. */
export const writeMonth = ({ posts, entries }: MonthMemo): string => {
  const days = numbered<Day>((day) => day)
  const categories = numbered<readonly Category[]>(JSON.stringify)
  const columns: MonthColumns = {
    paths: posts.map(({ path }) => path),
    ids: posts.map(({ id }) => id).join(''),
    days: days.values,
    dayOf: posts.map(({ day }) => days.of(day)),
    epochs: posts.map(({ epoch }) => epoch ?? null),
    permalinks: posts.map(({ permalink }) => permalink),
    categories: categories.values,
    categoriesOf: posts.map((post) => categories.of(post.categories)),
    sameness: posts.map(({ sameness }) => sameness).join(''),
    bytes: posts.map(({ bytes }) => bytes),
    seldom: posts.flatMap((post, place): MonthColumns['seldom'] => {
      const fields = seldomOf(post)
      return Object.keys(fields).length > 0 ? [[place, fields]] : []
    }),
    // In a git checkout no post has one.
    byPath: [...posts.keys()].sort((a, b) => compare(posts[a]?.path ?? '', posts[b]?.path ?? '')),
    stamps: posts.some(({ stamp }) => stamp > 0) ? posts.map(({ stamp }) => stamp) : [],
    entries: entries.map(({ posts: own, odd, ...entry }) => ({ ...entry, count: own.length, odd: [...odd] })),
  }
  // Column by column, since few have anything but ASCII, and with that a text would be twice as large in memory.
  const fields = Object.entries(columns).map(
    ([name, column]) => `"${name}":${inAscii(JSON.stringify(column))}`,
  )
  return `{${fields.join(',')}}`
}

/** With characters of one byte alone the text takes half the memory and time when it is read, too. */
const inAscii = (json: string): string => json.replace(/[^\0-\x7F]/g, escaped)

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

/** The month of such JSON. */
export const readMonth = (json: string): MonthMemo => {
  const columns = JSON.parse(json) as MonthColumns
  const seldom = new Map(columns.seldom)
  const posts = columns.paths.map((path, place): PostRecord => {
    const rare = seldom.get(place)
    return {
      path,
      id: columns.ids.slice(place * ID, (place + 1) * ID),
      day: columns.days[columns.dayOf[place] as number] as Day,
      epoch: columns.epochs[place] ?? undefined,
      permalink: columns.permalinks[place] as string,
      aliases: rare?.aliases ?? NONE,
      categories: columns.categories[columns.categoriesOf[place] as number] ?? NONE,
      sameness: columns.sameness.slice(place * SAMENESS, (place + 1) * SAMENESS),
      bytes: columns.bytes[place] as number,
      asks: rare?.asks ?? NONE,
      answers: rare?.answers?.map((answer) => answer ?? undefined) ?? NONE,
      isPublished: rare?.isPublished ?? true,
      stub: rare?.stub,
      modified: rare?.modified,
      problems: rare?.problems ?? NONE,
      stamp: columns.stamps[place] ?? 0,
    }
  })
  let start = 0
  const entries = columns.entries.map(({ count, odd, ...entry }): PackedMemo => {
    const own = posts.slice(start, start + count)
    start += count
    return { ...entry, posts: own, odd: new Map(odd) }
  })
  return { posts, entries, byPath: columns.byPath }
}

const seldomOf = ({ aliases, asks, answers, problems, isPublished, stub, modified }: PostRecord): Seldom => ({
  ...(aliases.length > 0 && { aliases }),
  ...(asks.length > 0 && { asks }),
  ...(answers.length > 0 && { answers: answers.map((answer) => answer ?? null) }),
  ...(problems.length > 0 && { problems }),
  ...(!isPublished && { isPublished }),
  ...(stub !== undefined && { stub }),
  ...(modified !== undefined && { modified }),
})

/** Numbers for values, from 0, in the order in which they come. */
const numbered = <T>(keyOf: (value: T) => string) => {
  const numbers = new Map<string, number>()
  const values: T[] = []
  return {
    values,
    of(value: T): number {
      const key = keyOf(value)
      const known = numbers.get(key)
      if (known !== undefined) return known
      numbers.set(key, values.length)
      return values.push(value) - 1
    },
  }
}
