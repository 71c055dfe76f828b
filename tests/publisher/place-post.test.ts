import { expect, it } from 'vitest'
import { placePost } from '../../src/publisher/place-post.ts'
import type { SiteConfig } from '../../src/publisher/site-config.ts'
import { parseFrontMatter } from '../../src/publisher/stages/parse-front-matter.ts'
import { CONFIG, notes } from './site-folder.ts'

const place = (path: string, lines: string, config: Partial<SiteConfig> = {}) => {
  const { taken, note } = notes()
  const text = lines.startsWith('---') ? lines : `---\n${lines}\n---\n`
  const post = parseFrontMatter({ path, text }, note)
  const { permalink, aliases } = placePost(post, { ...CONFIG, ...config }, note)
  return { permalink, aliases, taken }
}

it('a date without zone: Jekyll’s address is the article’s, the author’s leads there', () => {
  expect(place('_posts/2022-01-21-a.md', 'date: 2022-01-21 20:00:00')).toEqual({
    permalink: '/2022/01/22/a.html',
    aliases: ['/2022/01/21/a.html'],
    taken: [],
  })
  expect(place('_posts/2022-01-21-a.md', 'date: "2022-01-21 20:00:00"').aliases).toEqual([])
})

it('front matter that Jekyll cannot see: its address leads to the one with the categories', () => {
  expect(place('_posts/2022-01-21-a.md', '---\ntitle: x\ncategories: q\n\n正文')).toMatchObject({
    permalink: '/q/2022/01/21/a.html',
    aliases: ['/2022/01/21/a.html'],
  })
})

it('redirect_from is a path or several; another host’s is not one', () => {
  const { aliases, taken } = place(
    '_posts/2022-01-21-a.md',
    'redirect_from:\n  - /old/\n  - older.html\n  - https://x.cn/a\n  - [b]',
  )
  expect(aliases).toEqual(['/old/', '/older.html'])
  expect(taken).toEqual([
    '2: address: redirect_from: “https://x.cn/a” is not a path; left out',
    '2: address: redirect_from: an entry is not a path; left out',
  ])
  expect(place('_posts/2022-01-21-a.md', 'redirect_from: /x').aliases).toEqual(['/x'])
})

it('a post of an archive folder is at the address it had, and where Jekyll shows the file as a page', () => {
  expect(place('old_post/2022-01-21-a.md', 'categories: q', { archiveDirs: ['old_post'] })).toMatchObject({
    permalink: '/q/2022/01/21/a.html',
    aliases: ['/old_post/2022-01-21-a.html'],
  })
})

it('addresses of former styles lead to the one of today, but for a permalink of its own', () => {
  const config = { permalink: 'pretty', formerPermalinks: ['date', '/:title.html'] }
  expect(place('_posts/2022-01-21-a.md', 'permalink: /own/', config)).toMatchObject({
    permalink: '/own/',
    aliases: ['/2022/01/21/a.html', '/a.html'],
  })
})

it('a post may say when it was last changed', () => {
  const modified = (lines: string) => {
    const { taken, note } = notes()
    const post = parseFrontMatter({ path: '_posts/2022-01-21-a.md', text: `---\n${lines}\n---\n` }, note)
    return { modified: placePost(post, CONFIG, note).modified, taken }
  }
  const moment = Date.parse('2022-02-01T08:00:00+08:00')
  expect(modified('last_modified_at: 2022-02-01 08:00:00 +0800')).toEqual({ modified: moment, taken: [] })
  expect(modified('last_modified_at: 2022-02-01 08:00:00').modified).toBe(moment)
  expect(modified('title: a')).toEqual({ modified: undefined, taken: [] })
  expect(modified('title: a\nlast_modified_at: 昨天')).toEqual({
    modified: undefined,
    taken: ['3: date: last_modified_at: “昨天” is not a date; went on without it'],
  })
})

it('a draft without any date is undated', () => {
  expect(place('_drafts/a.md', 'title: a', { drafts: true }).permalink).toBe('/undated/a.html')
})
