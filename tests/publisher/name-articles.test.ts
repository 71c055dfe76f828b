import { expect, it } from 'vitest'
import { nameArticles } from '../../src/publisher/name-articles.ts'
import { aRecordWith } from './site-folder.ts'

/** The names of these posts, by path and permalink, that are asked for. */
const named = (posts: readonly (readonly [path: string, permalink: string])[], ...asked: string[]) => {
  const records = posts.map(([path]) => aRecordWith({ path, permalink: '/asked-for.html' }))
  return nameArticles(records, (post) => posts[records.indexOf(post)]?.[1] ?? '', new Set(asked))
}

it('names an article by its file, its file’s stem and its story', () => {
  const names = {
    '_posts/2022-01-21-slug.md': '/slug.html',
    '2022-01-21-slug': '/slug.html',
    'deep/2022-01-22-below': '/below.html',
    '2022-01-22-below': '/below.html',
    '202205302396506117': '/medium.html',
  }
  const posts = [
    ['_posts/2022-01-21-slug.md', '/slug.html'],
    ['_posts/deep/2022-01-22-below.md', '/below.html'],
    ['_posts/2022-05-30-NW202205302396506117.md', '/medium.html'],
  ] as const
  expect(Object.fromEntries(named(posts, 'nowhere', ...Object.keys(names)))).toEqual(names)
  expect([...named(posts, '2022-01-21-slug').keys()]).toEqual(['2022-01-21-slug'])
  expect(named(posts).size).toBe(0)
})

it('prefers the wire’s copy of a story, whichever comes first', () => {
  const wire = ['_posts/2022-05-30-202205302396671645.md', '/wire.html'] as const
  const medium = ['_posts/2022-05-30-NW202205302396671645.md', '/medium.html'] as const
  expect(named([wire, medium], '202205302396671645').get('202205302396671645')).toBe('/wire.html')
  expect(named([medium, wire], '202205302396671645').get('202205302396671645')).toBe('/wire.html')
})
