import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressOf, destinationOf, stateFrom } from '../../../src/reader/pages/destination.ts'

const at = (address: string, state: unknown = null, key = 'now') => {
  const [pathname = '', search = ''] = address.split('?')
  return destinationOf({ pathname, search: search && `?${search}`, hash: '', key, state })
}

describe('an address', () => {
  it('of the root is the list, with the filter it tells', () => {
    expect(at('/')).toEqual({ list: { filter: { categories: [] }, entry: 'now' } })
    expect(at('/index.html?category=a&from=2022-01&to=2022-01')).toEqual({
      list: { filter: { categories: ['a'], from: '2022-01', to: '2022-01' }, entry: 'now' },
    })
  })

  it('of a category is the list narrowed to it, with dates of its own', () => {
    expect(at('/category/zhengquanshibao.html?from=2022-01')).toEqual({
      list: {
        filter: { categories: ['zhengquanshibao'], from: '2022-01' },
        category: 'zhengquanshibao',
        entry: 'now',
      },
    })
  })

  it.each([
    ['/category/Wind.html', 'wind'],
    ['/category/%E8%B4%A2%E8%81%94%E7%A4%BE.html', '财联社'],
    ['/category/财联社.html', '财联社'],
    ['/category/a%2Fb.html', 'a/b'],
    ['/category/21shijijingjibaodao%20%20nancai.html', '21shijijingjibaodao  nancai'],
  ])('%s asks for the category %s', (address, category) => {
    expect(at(address).list.category).toBe(category)
  })

  it.each(['/category/%E8.html', '/category/a/b.html', '/category/.html', '/category/a'])(
    '%s is no category’s',
    (address) => {
      expect(at(address)).toMatchObject({ permalink: address })
    },
  )

  it('of jekyll-archives is the list it had, where the site has them', () => {
    const go = (pathname: string, archives?: string[]) =>
      destinationOf({ pathname, search: '?category=a', hash: '', key: 'now', state: null }, archives)
    expect(go('/2022/01/', ['month']).list.filter).toEqual({
      categories: ['a'],
      from: '2022-01',
      to: '2022-01',
    })
    expect(go('/2022/', ['year']).list.filter).toMatchObject({ from: '2022-01', to: '2022-12' })
    expect(go('/category/Rili/', ['categories']).list).toMatchObject({ category: 'rili' })
    expect(go('/2022/01/').permalink).toBe('/2022/01/')
    expect(go('/category/rili/', ['year']).permalink).toBe('/category/rili/')
  })

  it('of anything else is an article’s, exactly as it stands', () => {
    const address = '/%E5%AE%8F%E8%A7%82/2022/01/21/%e4%b8%80.html'
    expect(at(address).permalink).toBe(address)
  })
})

describe('an article', () => {
  const list = at('/category/hongguan.html?from=2022-01&to=2022-02', null, 'list')

  it('knows the list it was opened from, though its address is bare', () => {
    const article = at('/hongguan/2022/01/21/a.html', stateFrom(list), 'article')
    expect(article.list).toEqual(list.list)
    expect(article.steps).toBe(1)
  })

  it('hands the list on to the next, one step further', () => {
    const first = at('/a.html', stateFrom(list))
    const second = at('/b.html', stateFrom(first))
    expect(second).toEqual({ list: list.list, permalink: '/b.html', steps: 2 })
  })

  it('opened first of all stands beside the whole list, and no way back is counted', () => {
    const first = at('/a.html')
    expect(first.list.filter).toEqual({ categories: [] })
    expect(first.steps).toBeUndefined()
    expect(at('/b.html', stateFrom(first)).steps).toBeUndefined()
  })

  it.each([7, 'x', {}, { filter: 1, entry: 'a' }, { filter: '?category=a' }, []])(
    'does not believe a history state such as %j',
    (state) => {
      expect(at('/a.html', state)).toEqual({
        list: { filter: { categories: [] }, entry: 'now' },
        permalink: '/a.html',
      })
    },
  )
})

describe('the address of a list', () => {
  it('is the category’s page as long as that category alone is chosen', () => {
    expect(addressOf({ categories: ['a'], from: '2022-01' }, 'a')).toBe('/category/a.html?from=2022-01')
    expect(addressOf({ categories: ['a'] })).toBe('/?category=a')
    expect(addressOf({ categories: ['a', 'b'] }, 'a')).toBe('/?category=a&category=b')
    expect(addressOf({ categories: [] }, 'a')).toBe('/')
  })

  it('leads back to the same list', () => {
    const aSlug = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.toLowerCase())
    fc.assert(
      fc.property(fc.uniqueArray(aSlug, { maxLength: 3 }), fc.boolean(), (slugs, isPage) => {
        // A slug is lower-cased once; a few letters change again when that is done twice.
        const categories = slugs.filter((slug) => slug === slug.toLowerCase())
        const filter = { categories, from: '2022-01', to: '2022-03' }
        const address = addressOf(filter, isPage ? categories[0] : undefined)
        expect(at(address).list.filter).toEqual(filter)
      }),
    )
  })
})
