import { describe, expect, it } from 'vitest'
import { anArticle, aSource, headlineOf } from '../../src/archive/article.ts'
import { aHeadline } from '../../src/archive/headline.ts'

const article = {
  permalink: '/macro/2022/01/21/a.html',
  day: '2022-01-21',
  time: '18:05',
  instant: '2022-01-21T18:05:40+08:00',
  title: '热电联产项目',
  excerpt: '摘要。',
  categories: [{ slug: 'macro', name: '宏观' }],
  source: { name: '南昌日报', link: 'https://paper.example/1' },
  html: '<p>正文</p>',
}

describe('an article', () => {
  it('passes with and without a source', () => {
    expect(anArticle(article, 'it')).toBe(article)
    const { source: _, ...without } = article
    expect(anArticle(without, 'it')).toBe(without)
  })

  it.each(['html', 'instant', 'title', 'permalink'])('does not pass without %s', (field) => {
    expect(() => anArticle({ ...article, [field]: undefined }, 'it')).toThrow(`it.${field}: expected`)
  })
})

describe('a source', () => {
  it('has a name, a link, or both', () => {
    for (const source of [{ name: '财联社' }, { link: 'http://a.example' }])
      expect(aSource(source, 'it')).toBe(source)
  })

  it.each(['javascript:alert(1)', '//a.example', 'data:text/html,x', ' https://a.example', ''])(
    'has no link such as %j',
    (link) => expect(() => aSource({ link }, 'it')).toThrow('it.link: expected an http address'),
  )
})

it('the headline of an article has its fields in the format’s order, and no others', () => {
  const headline = headlineOf(anArticle({ ...article, surplus: true }, 'it'))
  expect(aHeadline(headline, 'it')).toBe(headline)
  expect(Object.keys(headline)).toEqual(['permalink', 'day', 'time', 'title', 'excerpt', 'categories'])
  expect(headline).toEqual(
    Object.fromEntries(Object.keys(headline).map((key) => [key, article[key as 'day']])),
  )
})
