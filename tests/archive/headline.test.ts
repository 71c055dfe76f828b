import { describe, expect, it } from 'vitest'
import { aCategory, aHeadline, aPermalink } from '../../src/archive/headline.ts'

const headline = {
  permalink: '/macro/2022/01/21/a.html',
  day: '2022-01-21',
  time: '18:05',
  title: '热电联产项目 <b>',
  excerpt: '',
  categories: [{ slug: 'macro', name: '宏观' }],
}

describe('a permalink', () => {
  it.each(['/', '/a.html', '/%E7%83%AD.html', '/a/b/'])('%s is one', (path) => {
    expect(aPermalink(path, 'it')).toBe(path)
  })

  it.each(['', 'a.html', '//other.example/a.html', 'https://other.example/', 'javascript:alert(1)', ' /a'])(
    '%j is none: it would lead off the site',
    (path) => expect(() => aPermalink(path, 'it')).toThrow('it: expected a path from the site’s root'),
  )
})

describe('a headline', () => {
  it('may have no time, no excerpt and no category', () => {
    expect(aHeadline(headline, 'it')).toBe(headline)
    const bare = { ...headline, day: '0000-00-00', time: '', categories: [] }
    expect(aHeadline(bare, 'it')).toBe(bare)
  })

  it.each([
    ['time', '6:33'],
    ['time', '06:33:00'],
    ['day', '2022-02-29'],
    ['day', ''],
    ['title', undefined],
    ['permalink', '//other.example'],
    ['categories', null],
  ])('is refused with %s %j', (field, value) => {
    expect(() => aHeadline({ ...headline, [field]: value }, 'it')).toThrow(`it.${field}: expected`)
  })

  it('blames a category by its place', () => {
    const categories = [{ slug: 'macro', name: '宏观' }, { slug: 'stock' }]
    expect(() => aHeadline({ ...headline, categories }, 'it')).toThrow('it.categories[1].name')
    expect(() => aCategory('macro', 'it')).toThrow('it: expected an object')
  })
})
