import { describe, expect, it } from 'vitest'
import { aCategoryEntry, aDirectoryPart, aTallyShard } from '../../src/archive/categories.ts'
import { itemOf } from '../../src/archive/check.ts'

describe('the directory', () => {
  const entry = { slug: 'yangxingwangzhan', name: '央行网站', count: 3 }

  it('names a category, and what else it is called', () => {
    const part = { categories: [{ ...entry, also: ['杨兴网站'] }, entry] }
    expect(aDirectoryPart(part, 'it')).toBe(part)
  })

  it.each([
    ['count', -1],
    ['count', '3'],
    ['slug', null],
    ['also', null],
    ['also', '杨兴网站'],
  ])('refuses an entry with %s %j', (field, value) => {
    expect(() => aCategoryEntry({ ...entry, [field]: value }, 'it')).toThrow(`it.${field}: expected`)
  })
})

describe('tallies', () => {
  const tally = { name: '宏观', count: 3, mixed: 1, months: [{ month: '0000-00', count: 3 }] }

  it('are found by slugs that mean something to JavaScript', () => {
    const shard = aTallyShard(JSON.parse(`{"categories":{"constructor":${JSON.stringify(tally)}}}`), 'it')
    expect(itemOf(shard.categories, 'constructor')).toEqual(tally)
    expect(itemOf(shard.categories, 'toString')).toBeUndefined()
  })

  it.each([
    [{ ...tally, mixed: undefined }, 'mixed'],
    [{ ...tally, months: [{ month: '2022-13', count: 3 }] }, 'months[0].month'],
    [{ ...tally, months: [{ month: '2022-01', count: 0.5 }] }, 'months[0].count'],
  ])('blame the field (%#)', (value, field) => {
    expect(() => aTallyShard({ categories: { macro: value } }, 'it')).toThrow(`it.categories.macro.${field}`)
  })
})
