import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutPacks } from '../../src/publisher/cut-packs.ts'

/** Bytes of `{"day":"2022-01-21","articles":[]}`, and two to spare: what the timeline is packed with. */
const FRAME = 36

/** The rule said once more, with the articles themselves: fill, and close before the one that is too many. */
const fill = (sizes: readonly number[], frame: number, most: number): number[] => {
  const packs: number[][] = [[]]
  for (const size of sizes) {
    const pack = packs.at(-1) ?? []
    const bytes = [...pack, size].reduce((sum, each) => sum + each + 1, frame)
    if (bytes > most) packs.push([size])
    else pack.push(size)
  }
  return packs.map(({ length }) => length).filter((length) => length > 0)
}

const article = fc.integer({ min: 2, max: 400 })
const articles = fc.array(article, { maxLength: 200 })
const limit = fc.integer({ min: 64, max: 1000 })

describe('cutting a day into packs', () => {
  it.each([
    [[], []],
    [[10], [1]],
    [[5000], [1]],
    [
      [20, 20, 20, 20, 200, 1],
      [3, 1, 1, 1],
    ],
    [
      [200, 200],
      [1, 1],
    ],
    // 36 + 31 + 1 + 31 + 1 = 100: full to the byte, and one byte more.
    [[31, 31], [2]],
    [
      [31, 32],
      [1, 1],
    ],
  ])('%j makes %j', (sizes, counts) => {
    expect(cutPacks(sizes, FRAME, 100)).toEqual(counts)
  })

  it('is as the rule has it', () => {
    fc.assert(
      fc.property(articles, limit, (sizes, most) => {
        expect(cutPacks(sizes, FRAME, most)).toEqual(fill(sizes, FRAME, most))
      }),
    )
  })

  it('loses none, and no file of several articles passes the limit', () => {
    fc.assert(
      fc.property(articles, limit, (sizes, most) => {
        let start = 0
        for (const count of cutPacks(sizes, FRAME, most)) {
          const texts = sizes.slice(start, start + count).map((size) => `"${'x'.repeat(size - 2)}"`)
          const file = `{"day":"2022-01-21","articles":[${texts.join(',')}]}`
          expect(count === 1 || file.length <= most).toBe(true)
          start += count
        }
        expect(start).toBe(sizes.length)
      }),
    )
  })

  it('cuts a day that has grown at the same places, but for its last pack', () => {
    fc.assert(
      fc.property(articles, articles, limit, (sizes, later, most) => {
        const sealed = cutPacks(sizes, FRAME, most).slice(0, -1)
        expect(cutPacks([...sizes, ...later], FRAME, most).slice(0, sealed.length)).toEqual(sealed)
      }),
    )
  })

  it('takes sizes as they come: a typed array, or one after another', () => {
    expect(cutPacks(Uint32Array.of(31, 32), FRAME, 100)).toEqual([1, 1])
    expect(cutPacks(new Set([31, 32]), FRAME, 100)).toEqual([1, 1])
    expect(cutPacks({ length: 2, 0: 31, 1: 31 }, FRAME, 100)).toEqual([2])
  })
})
