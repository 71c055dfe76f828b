import { expect, it } from 'vitest'
import { nameArticles } from '../../src/publisher/name-articles.ts'
import type { Draft } from '../../src/publisher/post.ts'

const draft = (path: string, permalink: string) => ({ path, article: { permalink } }) as Draft

it('names an article by its file, its file’s stem and its story', () => {
  const names = nameArticles([
    draft('_posts/2022-01-21-slug.md', '/slug.html'),
    draft('_posts/deep/2022-01-22-below.md', '/below.html'),
    draft('_posts/2022-05-30-NW202205302396506117.md', '/medium.html'),
  ])
  expect(names.get('_posts/2022-01-21-slug.md')).toBe('/slug.html')
  expect(names.get('2022-01-21-slug')).toBe('/slug.html')
  expect(names.get('deep/2022-01-22-below')).toBe('/below.html')
  expect(names.get('2022-01-22-below')).toBe('/below.html')
  expect(names.get('202205302396506117')).toBe('/medium.html')
})

it('prefers the wire’s copy of a story, whichever comes first', () => {
  const wire = draft('_posts/2022-05-30-202205302396671645.md', '/wire.html')
  const medium = draft('_posts/2022-05-30-NW202205302396671645.md', '/medium.html')
  expect(nameArticles([wire, medium]).get('202205302396671645')).toBe('/wire.html')
  expect(nameArticles([medium, wire]).get('202205302396671645')).toBe('/wire.html')
})
