import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../../src/archive/article.ts'
import type { Root } from '../../src/archive/root.ts'
import type { ShardKind, ShardOf } from '../../src/archive/shard-kinds.ts'
import { ROOT_PATH, shardPath } from '../../src/archive/shard-path.ts'
import { simplified } from '../../src/archive/variants.ts'

/** What a search looks at: an article, and the text that a reader sees of it. */
export interface PlainArticle extends Pick<Article, 'permalink' | 'day' | 'title'> {
  /** Slugs. */
  readonly categories: readonly string[]
  /** The body, a line for each block. */
  readonly text: string
}

/** Elements that a text does not run through: what stands before and behind them is no word. */
const BLOCKS =
  'address|article|aside|blockquote|br|caption|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|' +
  'main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul'
/** A value in quotes may hold a `>`. */
const REST_OF_TAG = `(?:\\s(?:"[^"]*"|'[^']*'|[^>"'])*)?/?>`
const BLOCK_TAG = new RegExp(`</?(?:${BLOCKS})${REST_OF_TAG}`, 'gi')
const ANY_TAG = new RegExp(`</?[a-z][a-z0-9-]*${REST_OF_TAG}|<!--.*?-->`, 'gis')
const ENTITY = /&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/** The text that clean HTML shows, a line for each block, without empty lines and without blanks at their ends. */
export const visibleText = (html: string): string =>
  html
    .replace(/\s+/g, ' ')
    .replace(BLOCK_TAG, '\n')
    .replace(ANY_TAG, '')
    .replace(ENTITY, (entity, hex?: string, decimal?: string, name = '') => {
      if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
      return decimal ? String.fromCodePoint(Number(decimal)) : (NAMED[name] ?? entity)
    })
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')

export const plainArticle = ({ permalink, day, title, categories, html }: Article): PlainArticle => ({
  permalink,
  day,
  title,
  categories: categories.map(({ slug }) => slug),
  text: visibleText(html),
})

/** All articles of the timeline of a published edition, oldest first; older editions may have left packs behind. */
export const articlesIn = (out: string): PlainArticle[] => {
  const read = (path: string): unknown => JSON.parse(readFileSync(join(out, path), 'utf8'))
  const shard = <K extends ShardKind>(kind: K, name: string) => read(shardPath(kind, name)) as ShardOf<K>
  const root = read(ROOT_PATH) as Root
  return shard('years', root.years)
    .years.flatMap(({ name }) => shard('year', name).months)
    .flatMap(({ name }) => shard('month', name).days)
    .flatMap(({ name }) => shard('day', name).packs)
    .flatMap(({ name }) => shard('bodies', name).articles.map(plainArticle))
}

/** A text as it is compared: capitals and traditional characters are as good as the others. */
export const folded = (text: string): string => {
  const lower = text.toLowerCase()
  let all = ''
  let kept = 0
  for (let index = 0; index < lower.length; index++) {
    const unit = lower.charCodeAt(index)
    const other = simplified(unit)
    if (other === unit) continue
    all += lower.slice(kept, index) + String.fromCharCode(other)
    kept = index + 1
  }
  return all + lower.slice(kept)
}

/** Answers with the permalinks of all articles that have every one of the strings in their title or their body. */
export const plainSearch = (
  articles: readonly PlainArticle[],
): ((...strings: readonly string[]) => string[]) => {
  const texts = articles.map(({ permalink, title, text }) => ({
    permalink,
    title: folded(title),
    text: folded(text),
  }))
  return (...strings) => {
    const wanted = strings.map(folded)
    return texts
      .filter(({ title, text }) => wanted.every((each) => title.includes(each) || text.includes(each)))
      .map(({ permalink }) => permalink)
  }
}
