import { describe, expect, it } from 'vitest'
import { en } from '../../../src/reader/words/en.ts'
import { zh } from '../../../src/reader/words/zh.ts'

/** Every leaf of a table with its path. */
const leaves = (table: object, path = ''): [string, unknown][] =>
  Object.entries(table).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? leaves(value, `${path}${key}.`)
      : [[`${path}${key}`, value] as [string, unknown]],
  )

describe('the two message tables', () => {
  it('have the same entries of the same kinds', () => {
    const kinds = (table: object) => leaves(table).map(([path, value]) => `${path} ${typeof value}`)
    expect(kinds(en).sort()).toEqual(kinds(zh).sort())
  })

  it.each([
    ['zh', zh],
    ['en', en],
  ])('leave no sentence of %s empty', (_, table) => {
    for (const [path, value] of leaves(table))
      if (typeof value === 'string') expect(value.trim(), path).not.toBe('')
  })

  it('leave no Chinese in the English interface, and no untranslated sentence in the Chinese one', () => {
    const said = (value: unknown) =>
      typeof value === 'function' ? String(value('7', '8', '9')) : String(value)
    for (const [path, value] of leaves(en)) expect(said(value), path).not.toMatch(/\p{Script=Han}/u)
    // What merely joins its parts has no words of its own.
    const wordless = ['numbers.count', 'days.range', 'calendar.day']
    for (const [path, value] of leaves(zh))
      if (!wordless.includes(path)) expect(said(value), path).toMatch(/\p{Script=Han}/u)
  })

  it('give every notice exactly one thing to do', () => {
    for (const table of [zh, en])
      for (const [name, notice] of Object.entries(table.notices))
        if (typeof notice === 'object')
          expect(Object.keys(notice).sort(), name).toEqual(['action', 'text', 'title'])
  })
})

describe('counts', () => {
  it('are grouped by thousands', () => {
    expect(zh.numbers.count(1204)).toBe('1,204')
    expect(zh.numbers.articles(1204)).toBe('1,204 条')
    expect(en.numbers.articles(1204)).toBe('1,204 stories')
  })

  it('have an English singular, and none in Chinese', () => {
    expect(en.numbers.articles(1)).toBe('1 story')
    expect(en.numbers.articles(0)).toBe('0 stories')
    expect(en.categories.found(1)).toBe('1 category found')
    expect(en.categories.found(2)).toBe('2 categories found')
    expect(en.list.ended(1)).toBe('That is all: 1 story')
    expect(zh.numbers.articles(1)).toBe('1 条')
  })

  it('say “at least” where they are not exact', () => {
    expect(zh.numbers.articlesAtLeast(12)).toBe('至少 12 条')
    expect(en.numbers.articlesAtLeast(1)).toBe('at least 1 story')
  })

  it('are part of what is announced', () => {
    expect(zh.list.counted(zh.numbers.articles(12))).toBe('共 12 条')
    expect(en.list.counted(en.numbers.articles(12))).toBe('12 stories')
  })
})
