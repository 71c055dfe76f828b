import { describe, expect, it } from 'vitest'
import type { DefaultSet } from '../../../src/publisher/site-config.ts'
import { applyDefaults } from '../../../src/publisher/stages/apply-defaults.ts'

const set = (path: string, values: Record<string, unknown>, type?: string): DefaultSet => ({
  path,
  type,
  values,
})
const at = (path: string, own: Record<string, unknown>, ...sets: DefaultSet[]) => ({
  ...applyDefaults(sets, { path }, own),
})

describe('a default is for', () => {
  it.each([
    ['', '_posts/a.md', true],
    ['_posts', '_posts/a.md', true],
    ['_posts/2022', '_posts/2022-01-01-a.md', true], // as Jekyll has it: whatever begins so
    ['blog', '_posts/a.md', false],
    ['*/_posts', 'x/_posts/a.md', true],
    ['*/_posts', 'x/y/_posts/a.md', false],
    ['**/_posts/*.md', 'x/y/_posts/a.md', true],
    ['_posts/*.html', '_posts/a.md', false],
  ])('%j: %s is in it: %s', (scope, path, expected) => {
    expect('x' in at(path, {}, set(scope, { x: '1' }))).toBe(expected)
  })

  it('posts, when it names a type', () => {
    expect(at('_posts/a.md', {}, set('', { x: '1' }, 'posts'), set('', { y: '1' }, 'pages'))).toEqual({
      x: '1',
      categories: [],
    })
  })
})

describe('of several', () => {
  it('the longest path wins, then a type, then the last', () => {
    const x = (...sets: DefaultSet[]) => at('_posts/a/b.md', {}, ...sets).x
    expect(x(set('_posts/a', { x: 'long' }), set('_posts', { x: 'short' }))).toBe('long')
    expect(x(set('', { x: 'typed' }, 'posts'), set('', { x: 'plain' }))).toBe('typed')
    expect(x(set('', { x: 'first' }), set('', { x: 'last' }))).toBe('last')
  })

  it('a post’s own value goes before all, but an empty one says nothing', () => {
    const own = { permalink: '/own', layout: null, author: '' }
    expect(at('_posts/a.md', own, set('', { permalink: '/p', layout: 'l', author: 'x' }))).toMatchObject({
      permalink: '/own',
      layout: 'l',
      author: 'x',
    })
  })

  it('categories add up', () => {
    expect(
      at('_posts/a.md', { categories: ['own'] }, set('', { categories: 'all over' })).categories,
    ).toEqual(['all', 'over', 'own'])
  })
})

it('without defaults a post’s own front matter is as it was', () => {
  const own = { title: 'a' }
  expect(applyDefaults([], { path: '' }, own)).toBe(own)
})
