import { expect, it } from 'vitest'
import { fnv1a } from '../../../src/archive/fingerprint.ts'
import { SHARD_CHECKS } from '../../../src/archive/shard-kinds.ts'
import { shardPath } from '../../../src/archive/shard-path.ts'
import { memoryEdition } from '../../../src/publisher/edition-memory.ts'
import { packAddresses } from '../../../src/publisher/stages/pack-addresses.ts'
import { anArticleWith } from '../site-folder.ts'

const pack = (articles: readonly (readonly [permalink: string, day: string])[]) => {
  const edition = memoryEdition()
  const names = packAddresses(
    edition,
    articles.map(([permalink, day]) => anArticleWith({ permalink, day })),
  )
  return names.map((name) => {
    const text = String(edition.files.get(shardPath('addresses', name)))
    return Object.entries(SHARD_CHECKS.addresses(JSON.parse(text), name).days)
  })
}

it('holds the addresses that do not tell their day, and no others', () => {
  const shards = pack([
    ['/emnews/2022/01/04/a.html', '2022-01-04'],
    ['/emnews/2022/01/04/b.html', '2022-01-03'],
    ['/2022-01-04-c', '2022-01-04'],
    ['/%E4%B8%AD.html', '2022-01-05'],
    ['/2022/01/041/d.html', '2022-01-04'],
    ['/__proto__', '0000-00-00'],
  ])
  expect(shards).toEqual([
    [
      ['/2022/01/041/d.html', '2022-01-04'],
      ['/__proto__', '0000-00-00'],
      ['/emnews/2022/01/04/b.html', '2022-01-03'],
      ['/中.html', '2022-01-05'],
    ],
  ])
})

it('cuts many of them into parts where a reader finds them', () => {
  const shards = pack(Array.from({ length: 3000 }, (_, number) => [`/${number}.html`, '2022-01-04'] as const))
  expect(shards).toHaveLength(4)
  for (const [part, entries] of shards.entries())
    for (const [key] of entries) expect(fnv1a(key) % 4).toBe(part)
})

it('has no part when every address tells its day', () => {
  expect(pack([['/2022/01/04/a', '2022-01-04']])).toEqual([])
})

it('holds the addresses that have moved, each in the part where a reader finds it', () => {
  const edition = memoryEdition()
  const moved = new Map(
    Array.from({ length: 1500 }, (_, number) => [`/old/${number}`, `/2022/01/04/${number}`]),
  )
  const names = packAddresses(edition, [], moved)
  expect(names).toHaveLength(2)
  for (const [part, name] of names.entries()) {
    const shard = JSON.parse(String(edition.files.get(shardPath('addresses', name)))) as { moved: object }
    expect(Object.keys(shard)).toEqual(['days', 'moved'])
    for (const key of Object.keys(shard.moved)) expect(fnv1a(key) % 2).toBe(part)
  }
})
