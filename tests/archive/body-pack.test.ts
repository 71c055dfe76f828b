import { expect, it } from 'vitest'
import { aBodyPack } from '../../src/archive/body-pack.ts'

const article = {
  permalink: '/about.html',
  day: '0000-00-00',
  time: '',
  instant: '',
  title: '',
  excerpt: '',
  categories: [],
  html: '',
}

it('a pack holds whole articles, the barest too', () => {
  const pack = { day: '0000-00-00', articles: [article] }
  expect(aBodyPack(pack, 'it')).toBe(pack)
})

it('blames the article and the field', () => {
  const articles = [article, { ...article, html: undefined }]
  expect(() => aBodyPack({ day: '2022-01-21', articles }, 'it')).toThrow(
    'it.articles[1].html: expected a string',
  )
  expect(() => aBodyPack({ day: '2022-01-21', articles: article }, 'it')).toThrow(
    'it.articles: expected a list',
  )
  expect(() => aBodyPack({ articles }, 'it')).toThrow('it.day: expected a day')
})
