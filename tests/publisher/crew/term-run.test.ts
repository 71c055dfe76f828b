import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../../src/archive/article.ts'
import { NO_PAIR } from '../../../src/archive/search-bucket.ts'
import {
  ANY_FOLLOWER,
  categoryKey,
  characterKey,
  FOLLOWER_BITS,
  followerOf,
  pairKey,
  wordKey,
} from '../../../src/archive/terms.ts'
import { PARTS, partOfKey, TermRun } from '../../../src/publisher/crew/term-run.ts'

type Texts = Partial<Pick<Article, 'title' | 'html' | 'categories'>>

/** What a run says, key by key: the articles that have it, with followers. */
const read = (run: TermRun): Map<number, [place: number, follower: number][]> => {
  const { keys, values } = run.parted()
  const found = new Map<number, [number, number][]>()
  for (const [at, key] of keys.entries()) {
    const value = values[at] as number
    const own = found.get(key) ?? []
    found.set(key, [...own, [value >>> FOLLOWER_BITS, value & (2 ** FOLLOWER_BITS - 1)]])
  }
  return found
}

const runOf = (texts: readonly Texts[], run = new TermRun()): TermRun => {
  run.clear()
  for (const text of texts) run.add({ title: '', html: '', categories: [], ...text })
  return run
}

const unit = (character: string): number => character.charCodeAt(0)
const pair = (two: string, field: 'text' | 'title' = 'text'): number =>
  pairKey(two.charCodeAt(0), two.charCodeAt(1), field)
const word = (text: string, field: 'text' | 'title' = 'text'): number =>
  wordKey(Array.from(text, unit), 0, text.length, field)

describe('the terms of an article', () => {
  it('are its pairs with what follows each, its words, its categories, and of the title characters, too', () => {
    const found = read(
      runOf([{ title: '央行A', html: '<p>降准了</p>', categories: [{ slug: 'macro', name: '宏观' }] }]),
    )
    expect(Object.fromEntries(found)).toEqual({
      [pair('央行', 'title')]: [[0, followerOf(unit('a'))]],
      [pair('央行')]: [[0, followerOf(unit('a'))]],
      [word('a', 'title')]: [[0, NO_PAIR]],
      [word('a')]: [[0, NO_PAIR]],
      [characterKey(unit('央'))]: [[0, NO_PAIR]],
      [characterKey(unit('行'))]: [[0, NO_PAIR]],
      [pair('降准')]: [[0, followerOf(unit('了'))]],
      [pair('准了')]: [[0, ANY_FOLLOWER]],
      [categoryKey('macro')]: [[0, NO_PAIR]],
    })
  })

  it('stand once an article, with a follower only where it is the same each time', () => {
    const found = read(runOf([{ html: '<p>降准了，降准了</p>' }, { html: '<p>降准了，降准吧</p>' }]))
    expect(found.get(pair('降准'))).toEqual([
      [0, followerOf(unit('了'))],
      [1, ANY_FOLLOWER],
    ])
  })

  it('are those of the text a reader sees: pairs go on over inline tags, and end with a block', () => {
    const found = read(runOf([{ html: '<p title="利率">降<b>准</b></p><p>后&amp;B</p>' }]))
    expect([...found.keys()].sort()).toEqual([pair('降准'), word('b')].sort())
  })
})

const characters = fc.constantFrom(...'中国银行降准利率年报A1 ，')
const texts = fc.array(fc.string({ unit: characters, maxLength: 60 }), { minLength: 1, maxLength: 30 })

/** The terms of one article by itself. */
const alone = (html: string): [number, number][] =>
  [...read(runOf([{ html }]))].map(([key, [first]]) => [key, first?.[1] as number])

describe('a run', () => {
  it('has of each article what it has alone, whatever stood in the memory before', () => {
    const run = new TermRun()
    fc.assert(
      fc.property(texts, (bodies) => {
        const shall = new Map<number, [number, number][]>()
        for (const [place, html] of bodies.entries())
          for (const [key, follower] of alone(html))
            shall.set(key, [...(shall.get(key) ?? []), [place, follower]])
        expect(
          read(
            runOf(
              bodies.map((html) => ({ html })),
              run,
            ),
          ),
        ).toEqual(shall)
      }),
    )
  })

  it('stands part by part, and in a part by articles', () => {
    const bodies = Array.from({ length: 40 }, (_, number) => ({
      html: `<p>第${number}篇的正文，x${number}。</p>`,
    }))
    const { starts, keys, values } = runOf(bodies).parted()
    expect([starts.length, starts[0], starts[PARTS]]).toEqual([PARTS + 1, 0, keys.length])
    for (let part = 0; part < PARTS; part++) {
      const [start, end] = [starts[part], starts[part + 1]]
      expect([...keys.subarray(start, end)].every((key) => partOfKey(key) === part)).toBe(true)
      const places = [...values.subarray(start, end)].map((value) => value >>> FOLLOWER_BITS)
      expect(places).toEqual(places.toSorted((a, b) => a - b))
    }
  })

  it('takes an article of more terms than a table of small numbers holds, and a short one after it', () => {
    const many = Array.from({ length: 70_000 }, (_, number) => `w${number}`)
    const run = new TermRun()
    const found = read(
      runOf([{ html: '<p>短</p>' }, { html: `<p>${many.join(' ')}</p>` }, { html: '<p>w1 w9</p>' }], run),
    )
    // Keys have 30 bits: of so many words two or three may share one.
    expect(found.size).toBeGreaterThan(69_990)
    expect(found.get(word('w9'))).toEqual([
      [1, NO_PAIR],
      [2, NO_PAIR],
    ])
    expect(found.get(word('w69999'))).toEqual([[1, NO_PAIR]])
    expect(read(runOf([{ html: '<p>w1</p>' }], run))).toEqual(new Map([[word('w1'), [[0, NO_PAIR]]]]))
  })

  it('holds 2,048 articles, the last of them with its own place', () => {
    const bodies = Array.from({ length: 2048 }, (_, number) => ({
      html: number === 2047 ? '<p>降准了</p>' : '',
    }))
    expect(read(runOf(bodies)).get(pair('降准'))).toEqual([[2047, followerOf(unit('了'))]])
  })
})
