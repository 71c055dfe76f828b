import type { Article } from '../../archive/article.ts'
import { shardPath } from '../../archive/shard-path.ts'
import { type Edition, nameOf } from '../edition.ts'
import type { Outline, WrittenArticle } from '../stages/pack-day.ts'
import { openSpool, type Span } from './spool.ts'

/** Where an article's JSON is: in the spool, or in a pack of the edition before. */
export type ArticlePlace = Span | { readonly pack: string; readonly at: number }

/**
 * Opens the places where articles are. Each is given with the address that the archive has given it now, whatever
 * its post asked for and whatever it had before; nothing is returned for one that is not where it should be.
 */
export const articleFinder = (
  edition: Edition,
  spool: string,
): ((place: ArticlePlace, permalink: string) => WrittenArticle | undefined) => {
  const fromSpool = openSpool(spool)
  const packs = new Map<string, readonly Article[]>()
  return (place, permalink) => {
    if (!('pack' in place)) return settled(fromSpool(place), permalink)
    const known = packs.get(place.pack) ?? readPack(edition, place.pack)
    packs.set(place.pack, known)
    const article = known[place.at]
    return article && settled(JSON.stringify(article), permalink)
  }
}

/** A pack that does not hold the bytes its name was made of is as good as none. */
const readPack = (edition: Edition, name: string): readonly Article[] => {
  const json = name && edition.get(shardPath('bodies', name))
  return json && nameOf(json) === name ? (JSON.parse(json) as { articles: Article[] }).articles : []
}

/** Where the body begins: a quotation mark within a text has a stroke before it, so nothing else reads so. */
const BODY = ',"html":"'

/** The HTML of an article whose JSON this is. */
export const bodyOf = (json: string): string =>
  JSON.parse(json.slice(json.indexOf(BODY) + BODY.length - 1, -1)) as string

/** The body is most of an article, and need not be taken apart to give it another address. */
const settled = (json: string, permalink: string): WrittenArticle => {
  const place = json.indexOf(BODY)
  const outline = JSON.parse(`${json.slice(0, place)}}`) as Outline
  if (permalink === outline.permalink) return { outline, json }
  const moved = { ...outline, permalink }
  return { outline: moved, json: JSON.stringify(moved).slice(0, -1) + json.slice(place) }
}
