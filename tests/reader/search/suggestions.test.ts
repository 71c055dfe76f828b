import { describe, expect, it } from 'vitest'
import { suggestionsFor, type Typed } from '../../../src/reader/search/suggestions.ts'

const categories = [
  { slug: 'zhengquanshibao', name: '证券时报', count: 2310 },
  { slug: 'cailianshe', name: '财联社', count: 1984 },
  { slug: 'zhongguozhengquanbao', name: '中国证券报', count: 12 },
]
const recent = ['热电联产', '茅台', '茅台 分红', '证券', '茅台股价', '茅台酒']

/** The suggestions as short texts: kind and what it would set. */
const offered = (text: string, given: Partial<Typed> = {}) =>
  suggestionsFor({ text, recent, categories, today: '2022-06-15', newest: '2022-06-14', ...given }).map(
    (each) => {
      if (each.kind === 'category') return `category ${each.entry.slug}`
      return each.kind === 'period' ? `period ${each.from} ${each.to}` : `${each.kind} ${each.words}`
    },
  )

describe('the suggestions', () => {
  it('without any text are all earlier searches', () => {
    expect(offered('')).toEqual(recent.map((words) => `recent ${words}`))
    expect(offered('  ', { recent: [] })).toEqual([])
  })

  it('begin with the search itself, without blanks at its ends', () => {
    expect(offered(' 高铁 ')).toEqual(['search 高铁'])
  })

  it('offer categories by name, and by pinyin', () => {
    expect(offered('财联')).toEqual(['search 财联', 'category cailianshe'])
    expect(offered('zheng')).toEqual([
      'search zheng',
      'category zhengquanshibao',
      'category zhongguozhengquanbao',
    ])
  })

  it('offer at most five categories and three earlier searches', () => {
    const many = Array.from({ length: 9 }, (_, index) => ({
      slug: `s${index}`,
      name: `茅台${index}`,
      count: 1,
    }))
    const kinds = offered('茅台', { categories: many }).map((each) => each.split(' ')[0])
    expect(kinds.filter((kind) => kind === 'category')).toHaveLength(5)
    expect(kinds.filter((kind) => kind === 'recent')).toHaveLength(3)
  })

  it('do not offer the very search that is typed a second time', () => {
    expect(offered('证券')).toEqual([
      'search 证券',
      'category zhengquanshibao',
      'category zhongguozhengquanbao',
    ])
  })

  it('offer a day before anything but the search', () => {
    expect(offered('昨天', { recent: ['昨天的行情'] })).toEqual([
      'search 昨天',
      'period 2022-06-14 2022-06-14',
      'recent 昨天的行情',
    ])
    expect(offered('2022-04')).toEqual(['search 2022-04', 'period 2022-04 2022-04'])
  })

  it('keep the earlier searches together, one after another', () => {
    const kinds = offered('茅').map((each) => each.split(' ')[0])
    expect(kinds.slice(kinds.indexOf('recent'), kinds.lastIndexOf('recent') + 1)).toEqual([
      'recent',
      'recent',
      'recent',
    ])
  })

  it('count days without year from today where the archive has no dated article', () => {
    expect(offered('6月15日', { newest: undefined })).toContain('period 2022-06-15 2022-06-15')
    expect(offered('6月15日', { newest: '0000-00-00' })).toContain('period 2022-06-15 2022-06-15')
  })
})
