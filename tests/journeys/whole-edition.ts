import { expect } from 'vitest'
import { aRoot, type Root } from '../../src/archive/root.ts'
import { SHARD_CHECKS, type ShardKind, type ShardOf } from '../../src/archive/shard-kinds.ts'
import { ROOT_PATH, shardPath } from '../../src/archive/shard-path.ts'
import { nameOf } from '../../src/publisher/edition.ts'
import { expectWholeIndex, type PlacedArticle } from './whole-index.ts'

/** Pages that are asked for of each edition: every so many articles' one. */
const EVERY = 40

/**
 * Walks a served edition as readers of all its parts would: each shard is there, sound and has the bytes its name was
 * made of; the search index has every term; articles answer at their addresses, in a shell whose files are there.
 * @returns the root.
 */
export const expectWholeEdition = async (url: string): Promise<Root> => {
  const text = async (path: string): Promise<string> => {
    const response = await fetch(url + path)
    expect([path, response.status]).toEqual([path, 200])
    return response.text()
  }
  const shard = async <K extends ShardKind>(kind: K, name: string): Promise<ShardOf<K>> => {
    const json = await text(shardPath(kind, name))
    expect([kind, nameOf(json)]).toEqual([kind, name])
    return SHARD_CHECKS[kind](JSON.parse(json), kind) as ShardOf<K>
  }
  const root = aRoot(JSON.parse(await text(ROOT_PATH)), 'root')
  const placed: PlacedArticle[] = []
  for (const year of (await shard('years', root.years)).years)
    for (const month of (await shard('year', year.name)).months) {
      const { days, postings } = await shard('month', month.name)
      for (const name of postings) await shard('postings', name)
      for (const day of days) {
        const { pages, packs: names } = await shard('day', day.name)
        for (const name of pages) await shard('page', name)
        for (const { name } of names)
          for (const [place, article] of (await shard('bodies', name)).articles.entries())
            placed.push({ article, pack: name, place })
      }
    }
  for (const name of root.categories.directory) await shard('directory', name)
  for (const name of root.categories.tallies) await shard('tally', name)
  for (const name of root.addresses) await shard('addresses', name)
  for (const name of Object.values(root.pages ? (await shard('pages', root.pages)).pages : {}))
    await shard('bodies', name)
  expect(placed).toHaveLength(root.count)
  await expectWholeIndex(url, root.search?.segments ?? [], placed)
  const shells = new Set<string>()
  for (const { article } of placed.filter((_, place) => place % EVERY === 0)) {
    const page = await text(article.permalink.slice(1))
    for (const [, path = ''] of page.matchAll(/(?:src|href)="\/(app\/[^"]+)"/g)) shells.add(path)
  }
  expect(shells.size).toBeGreaterThan(1)
  for (const path of shells) await text(path)
  return root
}
