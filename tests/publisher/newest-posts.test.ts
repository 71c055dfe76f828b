import { expect, it } from 'vitest'
import { newestPosts } from '../../src/publisher/newest-posts.ts'

it('takes the newest by the dates in file names, whatever folder they are in, and keeps the order of paths', () => {
  const paths = [
    '_posts/2022-01-03-c.md',
    '_posts/old/2021-12-31-z.md',
    'a/_posts/2022-01-04-d.md',
    'b/_posts/z.md',
  ]
  expect(newestPosts(paths, 2)).toEqual(['_posts/2022-01-03-c.md', 'a/_posts/2022-01-04-d.md'])
  expect(newestPosts(paths, 9)).toHaveLength(4)
})
