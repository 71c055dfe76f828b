import { monthOf } from '../../../src/archive/day.ts'
import { type PlainArticle, plainSearch } from '../../journeys/plain-search.ts'
import { drawOne, drawSome, seeded } from './random.ts'

export const KINDS = [
  'frequent',
  'middling',
  'rare',
  'absent',
  'phrase',
  'two words',
  'with category',
  'with month',
] as const
export type Kind = (typeof KINDS)[number]

export interface Query {
  readonly kind: Kind | 'substrings'
  readonly words: readonly string[]
  /** The slug of a category, or a month. */
  readonly category?: string
  readonly month?: string
  /** How many articles it finds. */
  readonly expected: number
}

/** Shares of the articles that a frequent and a middling word is in; a rare one is in so many articles at most. */
const FREQUENT = 0.05
const MIDDLING = [0.001, 0.01] as const
const RARE = 19
const PHRASE = { shortest: 4, longest: 8 }
const TRIES = 1000

/** Draws so many queries of each kind, or as many as there are; the same articles give the same queries. */
export const chooseQueries = (articles: readonly PlainArticle[], each: number, seed = 1): Query[] => {
  const random = seeded(seed)
  const counts = countPairs(articles)
  const pairs = [...counts.keys()]
  const all = articles.length
  const within = (least: number, most: number): string[] =>
    [...counts].filter(([, count]) => count >= least && count <= most).map(([pair]) => spellPair(pair))
  const frequent = within(Math.floor(all * FREQUENT) + 1, all)
  const middling = within(Math.max(1, all * MIDDLING[0]), all * MIDDLING[1])
  const rare = within(1, RARE)
  const find = finder(articles)
  const query = (
    kind: Kind,
    words: readonly string[],
    filter: Pick<Query, 'category' | 'month'> = {},
  ): Query => ({
    kind,
    words,
    ...filter,
    expected: find(words, filter).length,
  })
  const filtered = drawSome(middling, each * 2, random).flatMap((word) => {
    const article = drawOne(find([word]), random)
    return article ? [{ word, article }] : []
  })
  return [
    ...drawSome(frequent, each, random).map((word) => query('frequent', [word])),
    ...drawSome(middling, each, random).map((word) => query('middling', [word])),
    ...drawSome(rare, each, random).map((word) => query('rare', [word])),
    ...gather(each, () => absentPair(counts, pairs, random)).map((word) => query('absent', [word])),
    ...gather(each, () => phraseOf(drawOne(articles, random), random)).map((word) => query('phrase', [word])),
    ...gather(each, () => twoWordsOf(drawOne(articles, random), random)).map((words) =>
      query('two words', words),
    ),
    ...filtered
      .slice(0, each)
      .map(({ word, article }) => query('with category', [word], { category: article.categories[0] ?? '' })),
    ...filtered
      .slice(each)
      .map(({ word, article }) => query('with month', [word], { month: monthOf(article.day) })),
  ]
}

/** So many substrings of 2 to 8 ideographs, each from any place of any text. */
export const chooseSubstrings = (articles: readonly PlainArticle[], some: number, seed = 7): string[] => {
  const random = seeded(seed)
  const draw = (): string | undefined => {
    const { title = '', text = '' } = drawOne(articles, random) ?? {}
    const whole = `${title}\n${text}`
    const start = Math.floor(random() * whole.length)
    const drawn = whole.slice(start, start + 2 + Math.floor(random() * 7))
    return /^[\u4e00-\u9fff]{2,8}$/.test(drawn) ? drawn : undefined
  }
  return gather(some, draw)
}

/** Runs of the characters that words are made of. */
const RUN = /[\u4e00-\u9fff]{2,}/g
const FIRST = 0x4e00
const HAN = 0xa000 - FIRST

const runsOf = ({ title, text }: PlainArticle): string[] => `${title}\n${text}`.match(RUN) ?? []
const pairAt = (run: string, place: number): number =>
  (run.charCodeAt(place) - FIRST) * HAN + run.charCodeAt(place + 1) - FIRST
const spellPair = (pair: number): string =>
  String.fromCharCode(FIRST + Math.floor(pair / HAN), FIRST + (pair % HAN))

const pairsOf = (article: PlainArticle): ReadonlySet<number> => {
  const pairs = new Set<number>()
  for (const run of runsOf(article))
    for (let place = 0; place + 1 < run.length; place++) pairs.add(pairAt(run, place))
  return pairs
}

/** How many articles have each two characters in a row. Pairs are numbers, as there are many millions of them. */
const countPairs = (articles: readonly PlainArticle[]): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>()
  for (const article of articles)
    for (const pair of pairsOf(article)) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  return counts
}

const finder = (articles: readonly PlainArticle[]) => {
  const search = plainSearch(articles)
  const byPermalink = new Map(articles.map((article) => [article.permalink, article]))
  return (
    words: readonly string[],
    { category, month }: Pick<Query, 'category' | 'month'> = {},
  ): PlainArticle[] =>
    search(...words)
      .flatMap((permalink) => byPermalink.get(permalink) ?? [])
      .filter((article) => !category || article.categories.includes(category))
      .filter((article) => !month || monthOf(article.day) === month)
}

/** So many different things that `draw` comes upon; fewer where it does not in many tries. */
const gather = <T>(some: number, draw: () => T | undefined): T[] => {
  const found = new Map<string, T>()
  for (let tries = 0; found.size < some && tries < TRIES; tries++) {
    const drawn = draw()
    if (drawn !== undefined) found.set(String(drawn), drawn)
  }
  return [...found.values()]
}

/** Two characters that the articles have, but never in a row. */
const absentPair = (
  counts: ReadonlyMap<number, number>,
  pairs: readonly number[],
  random: () => number,
): string | undefined => {
  const [one = 0, other = 0] = [drawOne(pairs, random), drawOne(pairs, random)]
  const pair = one - (one % HAN) + (other % HAN)
  return counts.has(pair) ? undefined : spellPair(pair)
}

const phraseOf = (article: PlainArticle | undefined, random: () => number): string | undefined => {
  const length = PHRASE.shortest + Math.floor(random() * (PHRASE.longest - PHRASE.shortest + 1))
  const run = drawOne(article ? runsOf(article).filter((each) => each.length >= length) : [], random)
  const start = run ? Math.floor(random() * (run.length - length + 1)) : 0
  return run?.slice(start, start + length)
}

const twoWordsOf = (article: PlainArticle | undefined, random: () => number): string[] | undefined => {
  const pairs = article ? [...pairsOf(article)].map(spellPair) : []
  const words = drawSome(pairs, 2, random)
  return words.length === 2 ? words : undefined
}
