import { expect, it } from 'vitest'
import { placePage } from '../../../src/publisher/stages/place-page.ts'

// Compared with what Jekyll 4.3 writes for each.
it.each([
  ['about.md', undefined, 'date', '/about.html'],
  ['about.md', undefined, 'ordinal', '/about.html'],
  ['about.md', undefined, 'none', '/about.html'],
  ['about.md', undefined, 'pretty', '/about/'],
  ['about.md', undefined, '/:year/:title/', '/about/'],
  ['about.md', undefined, '/:year/:title:output_ext', '/about.html'],
  ['about.md', undefined, '/:year/:title', '/about'],
  ['help/index.md', undefined, 'date', '/help/'],
  ['index.html', undefined, 'date', '/'],
  ['关于 我们.md', undefined, 'date', '/%E5%85%B3%E4%BA%8E%20%E6%88%91%E4%BB%AC.html'],
  ['about.md', '/who/', 'date', '/who/'],
  ['about.md', 'who.html', 'date', '/who.html'],
  ['about.md', '', 'date', '/about.html'],
])('%s with permalink %s in a site of style %s is at %s', (path, own, style, address) => {
  expect(placePage(path, own, style)).toBe(address)
})
