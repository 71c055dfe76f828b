import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { nameOf, putShard } from '../../src/publisher/edition.ts'
import { memoryEdition } from '../../src/publisher/edition-memory.ts'

it('names content by the first sixty bits of its SHA-256, five to a digit', () => {
  for (const content of ['', 'a', '看报', 'x'.repeat(1e5)]) {
    const bits = BigInt(`0x${createHash('sha256').update(content).digest('hex').slice(0, 16)}`) >> 4n
    const digits = Array.from({ length: 12 }, (_, place) => Number((bits >> BigInt(55 - 5 * place)) & 31n))
    expect(nameOf(content)).toBe(digits.map((digit) => 'abcdefghijklmnopqrstuvwxyz234567'[digit]).join(''))
    expect(nameOf(Buffer.from(content))).toBe(nameOf(content))
  }
})

it('puts a shard where its name says', () => {
  const edition = memoryEdition()
  const name = putShard(edition, 'addresses', { days: { '/a': '2022-01-04' } })
  expect([...edition.files].map(([path, content]) => [path, String(content)])).toEqual([
    [`archive/addresses/${name[0]}/${name.slice(1)}.json`, '{"days":{"/a":"2022-01-04"}}'],
  ])
})

it('keeps in memory what was put last', () => {
  const edition = memoryEdition()
  edition.put('a', '1')
  edition.seal('a', '2')
  expect([...edition.files]).toEqual([['a', '2']])
})
