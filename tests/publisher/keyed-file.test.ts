import { expect, it } from 'vitest'
import { memoryEdition } from '../../src/publisher/edition-memory.ts'
import { type KeyedFile, weightOf, writeKeyed } from '../../src/publisher/keyed-file.ts'
import { packedArticles } from '../../src/publisher/packed-articles.ts'

it('a file is made when its key is new, or when it is not there', () => {
  const edition = memoryEdition()
  const articles = packedArticles(edition, [])
  const made: string[] = []
  const file = (path: string, key: string): KeyedFile => ({
    path,
    key,
    make() {
      made.push(path)
      return `${path} 第 ${key}`
    },
  })
  const isThere = (path: string, bytes: number): boolean =>
    Buffer.byteLength(edition.get(path) ?? '') === bytes
  const first = writeKeyed(edition, [file('a', '1'), file('b', '1')], articles, new Map(), isThere)
  expect(made.splice(0)).toEqual(['a', 'b'])
  const second = writeKeyed(edition, [file('a', '2'), file('b', '1')], articles, first, isThere)
  expect(made.splice(0)).toEqual(['a'])
  expect(edition.get('a')).toBe('a 第 2')
  expect(weightOf(second)).toEqual({ files: 2, bytes: 14, largest: { path: 'a', bytes: 7 } })
  edition.put('b', 'torn')
  writeKeyed(edition, [file('a', '2'), file('b', '1')], articles, second, isThere)
  expect(made).toEqual(['b'])
  expect(edition.get('b')).toBe('b 第 1')
})
