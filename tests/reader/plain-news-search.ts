import type { Article } from '../../src/archive/article.ts'
import { folded } from '../journeys/plain-search.ts'

/** One thing that is searched for, as someone would type it. */
export interface Part {
  readonly text: string
  readonly isUnwanted: boolean
  readonly isOfTitle: boolean
}

/** An article as a plain search looks at it. */
export interface PlainNews {
  readonly permalink: string
  readonly day: string
  readonly categories: readonly string[]
  readonly title: string
  readonly text: string
}

/** Written otherwise than the engine folds: as strings, not as units. */
const plain = (text: string): string => folded(text.normalize('NFKC'))

/** All articles of an edition that was published in one go, newest first. */
export const plainNewsOf = (files: ReadonlyMap<string, string | Uint8Array>): PlainNews[] => {
  const articles = [...files].flatMap(([path, content]) =>
    path.startsWith('archive/bodies/')
      ? (JSON.parse(String(content)) as { articles: Article[] }).articles
      : [],
  )
  const momentOf = ({ day, time }: Article): string => `${day} ${time}`
  return articles
    .sort((a, b) => (momentOf(a) < momentOf(b) ? 1 : -1))
    .map(({ permalink, day, title, categories, html }) => ({
      permalink,
      day,
      title: plain(title),
      categories: categories.map(({ slug }) => slug),
      // The bodies have paragraphs and bold words, and nothing else.
      text: plain(html.replace(/<\/p>\s*/g, '\n').replace(/<[^>]+>/g, '')),
    }))
}

/** Where a phrase stands, its words and numbers whole. */
const expressionOf = (text: string): RegExp => {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const before = /^[a-z\d]/.test(text) ? '(?<![a-z\\d]|\\d[.,])' : ''
  const behind = /[a-z\d]$/.test(text) ? '(?![a-z\\d]|[.,]\\d)' : ''
  return new RegExp(`${before}${escaped}${behind}`)
}

/** What no word and no two ideographs in a row are in is looked for in titles. */
const isOfTitles = (text: string): boolean => !/[a-z\d]|\p{Script=Han}{2}/u.test(text)

/** The articles that have all that is wanted and nothing that is not; to be asked with at least one wanted part. */
export const plainMatches = (news: readonly PlainNews[], parts: readonly Part[]): PlainNews[] => {
  const tests = parts.map(({ text, isUnwanted, isOfTitle }) => {
    const own = plain(text)
    const expression = expressionOf(own)
    const isInTitle = isOfTitle || (!isUnwanted && isOfTitles(own))
    return (each: PlainNews): boolean =>
      (expression.test(each.title) || (!isInTitle && expression.test(each.text))) !== isUnwanted
  })
  return news.filter((each) => tests.every((test) => test(each)))
}
