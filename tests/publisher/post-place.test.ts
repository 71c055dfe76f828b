import { describe, expect, it } from 'vitest'
import { placeOf } from '../../src/publisher/post-place.ts'

const RULES = { collectionsDir: '', archiveDirs: ['old_post', 'more/old'] }

describe('the folders above _posts are categories', () => {
  it.each([
    ['_posts/a.md', []],
    ['_posts/sub/a.md', []],
    ['a/B/_posts/a.md', ['a', 'B']],
    ['a/B/_posts/sub/_posts/a.md', ['a', 'B']],
    ['my_posts/_posts/a.md', ['my']], // Jekyll cuts at the first place where the name stands
  ])('%s: %j', (path, folders) => {
    expect(placeOf(path, RULES)).toEqual({ isDraft: false, archiveDir: undefined, folders, path })
  })

  it('but for the folder of collections', () => {
    expect(placeOf('c/x/_posts/a.md', { ...RULES, collectionsDir: 'c' })).toMatchObject({
      folders: ['x'],
      path: 'x/_posts/a.md',
    })
  })
})

it('knows drafts, and posts of an archive folder', () => {
  expect(placeOf('x/_drafts/a.md', RULES)).toMatchObject({ isDraft: true, folders: ['x'] })
  expect(placeOf('old_post/2021/a.md', RULES)).toEqual({
    isDraft: false,
    archiveDir: 'old_post',
    folders: [],
    path: '_posts/2021/a.md',
  })
  expect(placeOf('more/old/a.md', RULES).path).toBe('_posts/a.md')
})
