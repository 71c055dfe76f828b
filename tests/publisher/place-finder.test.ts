import fc from 'fast-check'
import { expect, it } from 'vitest'
import { finder, inOrder } from '../../src/publisher/place-finder.ts'

const PATHS = ['_posts/甲.md', '_posts/a b.md', '_posts/😀.md', '_posts/＃.md', 'a.md']

it('finds places in the list as it was given, whatever the order of either', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ maxLength: 3 })),
      fc.array(fc.string({ maxLength: 3 })),
      (paths, others) => {
        const find = finder(inOrder(paths))
        for (const path of [...others, ...paths, ...[...paths].reverse(), ...[...paths].sort()])
          expect(find(path)).toBe(paths.includes(path) ? paths.indexOf(path) : undefined)
      },
    ),
  )
})

it('finds what git lists by bytes, though strings compare by code units', () => {
  const byBytes = [...PATHS].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  expect(byBytes).not.toEqual([...PATHS].sort())
  const find = finder(inOrder(PATHS))
  expect(byBytes.map(find)).toEqual(byBytes.map((path) => PATHS.indexOf(path)))
})

it('copies nothing when the paths are in order', () => {
  const sorted = [...PATHS].sort()
  expect(inOrder(sorted)).toEqual({ sorted })
  expect(inOrder(sorted).sorted).toBe(sorted)
  expect(inOrder(['b', 'a'])).toEqual({ sorted: ['a', 'b'], places: [1, 0] })
})

it('finds nothing among nothing', () => {
  expect(finder(inOrder([]))('a')).toBe(undefined)
})
