import { type Article, headlineOf } from '../../archive/article.ts'
import type { Day } from '../../archive/day.ts'
import { fingerprint } from '../../archive/fingerprint.ts'
import { PAGE_HEADLINES } from '../../archive/limits.ts'
import { cutPacks } from '../cut-packs.ts'
import { type Edition, putJson, putShard } from '../edition.ts'

/** All that is said of an article outside of body packs. */
export type Outline = Omit<Article, 'html'>

/** An article as a body pack holds it, and its outline. */
export interface WrittenArticle {
  readonly outline: Outline
  readonly json: string
}

/** What was packed: the names of the day shard, its pages and its packs. */
export interface PackedDay {
  readonly name: string
  readonly pages: readonly string[]
  readonly packs: readonly { readonly count: number; readonly name: string }[]
}

/** Bytes of a pack around its articles: `{"day":"2022-01-21","articles":[]}`. */
const PACK_FRAME = 36

/**
 * Packs one entry of a month, that is, up to DAY_ARTICLES articles of a day, oldest first. Pages and packs are cut
 * from the oldest on, so that a later push only touches the last of them. `packBytes` is the writer's pack size.
 */
export const packDay = (
  edition: Edition,
  day: Day,
  written: readonly WrittenArticle[],
  packBytes: number,
): PackedDay => {
  const pages: string[] = []
  for (let start = 0; start < written.length; start += PAGE_HEADLINES) {
    const headlines = written.slice(start, start + PAGE_HEADLINES).map(({ outline }) => headlineOf(outline))
    pages.push(putShard(edition, 'page', { day, headlines }))
  }
  let start = 0
  const sizes = written.map(({ json }) => Buffer.byteLength(json))
  const packs = cutPacks(sizes, PACK_FRAME, packBytes).map((count) => {
    const articles = written.slice(start, start + count).map(({ json }) => json)
    start += count
    // The articles are JSON already; to make it of the objects again would cost as much as to parse the posts.
    const json = `{"day":${JSON.stringify(day)},"articles":[${articles.join(',')}]}`
    return { count, name: putJson(edition, 'bodies', json) }
  })
  const fingerprints = written.map(({ outline }) => fingerprint(outline.permalink)).join('')
  return { name: putShard(edition, 'day', { day, pages, packs, fingerprints }), pages, packs }
}
