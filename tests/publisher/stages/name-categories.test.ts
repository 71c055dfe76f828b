import { expect, it } from 'vitest'
import { nameCategories } from '../../../src/publisher/stages/name-categories.ts'

const named = (matter: Record<string, unknown>): string =>
  nameCategories(matter)
    .map(({ slug, name }) => `${slug}=${name}`)
    .join(' ')

it.each([
  [{ categories: 'zhengquanshibao', tags: '证券时报新闻' }, 'zhengquanshibao=证券时报'],
  [{ categories: 'meirijingjixinwen', tags: '每日经济新闻新闻' }, 'meirijingjixinwen=每日经济新闻'],
  [{ categories: 'sitenews', tags: '站长消息' }, 'sitenews=站长消息'],
  [{ categories: 'xinwen', tags: '新闻' }, 'xinwen=新闻'],
  [{ categories: 'TechWeb', tags: 'TechWeb新闻' }, 'techweb=TechWeb'],
  [{ categories: '证券', tags: '股票新闻' }, '证券=证券'],
  [{ categories: 'a b', tags: '甲 乙' }, 'a=a b=b'], // topics, not media: no 新闻 ends them
  [{ categories: 'a  b', tags: '甲  乙新闻' }, 'a=甲 b=乙'],
  [{ categories: 'a', tags: '甲 乙新闻' }, 'a=a'],
  [{ categories: ['a', ['b', 'c'], { d: 'e' }, 7, null, ' f '] }, 'a=a  f =f'],
  [{ categories: 'a A a' }, 'a=a'],
  [{ category: 'Two Words' }, 'two words=Two Words'],
  [{ category: 'One', categories: 'two Three' }, 'two=two three=Three one=One'],
  [{ categories: '', tags: '新闻' }, ''],
  [{ categories: { a: 'b' } }, ''],
  [{ categories: '__proto__ constructor' }, '__proto__=__proto__ constructor=constructor'],
  [{ categories: 'half\uD800' }, 'half\uFFFD=half\uFFFD'],
  [{}, ''],
])('%j is %s', (matter, expected) => {
  expect(named(matter)).toBe(expected)
})

it('puts the folders above _posts before them', () => {
  const named = nameCategories({ categories: 'own a', tags: '自己 甲' }, ['a', 'B'])
  expect(named.map(({ slug }) => slug)).toEqual(['a', 'b', 'own'])
  expect(named[1]).toEqual({ slug: 'b', name: 'B' })
})
