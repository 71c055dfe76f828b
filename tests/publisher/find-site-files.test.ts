import { expect, it } from 'vitest'
import { findSiteFiles } from '../../src/publisher/find-site-files.ts'
import { SiteError } from '../../src/publisher/problems.ts'
import { CONFIG, newSite } from './site-folder.ts'

it('finds posts, other files, and what is neither', () => {
  const folder = newSite({ '_posts/2022-01-04-a.md': 'a', '_posts/b.pdf': 'b', 'x.svg': 'x' })
  const { posts, staticFiles, problems } = findSiteFiles({ folder, config: CONFIG, without: [] })
  expect(posts).toEqual(['_posts/2022-01-04-a.md'])
  expect(staticFiles).toEqual(['x.svg'])
  expect(problems).toMatchObject([{ file: '_posts/b.pdf' }])
})

it('refuses a site without posts', () => {
  expect(() => findSiteFiles({ folder: newSite({}), config: CONFIG, without: [] })).toThrow(SiteError)
})
