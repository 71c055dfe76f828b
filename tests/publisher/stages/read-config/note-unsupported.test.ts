import { expect, it } from 'vitest'
import { parseConfig } from '../../../../src/publisher/stages/read-config/config-file.ts'
import { noteUnsupported } from '../../../../src/publisher/stages/read-config/note-unsupported.ts'
import { notes } from '../../site-folder.ts'

const said = (text: string): string[] => {
  const { taken, note } = notes()
  noteUnsupported(parseConfig('c.yml', text), note)
  return taken.map((line) => line.replace('configuration: ', ''))
}

it('says once, by name and line, what is not done', () => {
  const text =
    'limit_posts: 5\nshow_drafts: true\nplugins:\n  - jekyll-redirect-from\n  - jekyll-x\ncollections:\n  posts: {}\n  recipes: {}\njekyll-archives:\n  permalinks:\n    category: /c/:name/\n'
  expect(said(text)).toEqual([
    '1: limit_posts is not supported; published every post',
    '2: show_drafts is not supported; left drafts out; kanbao.drafts: true publishes them',
    '11: jekyll-archives.permalinks.category is not supported; categories are at /category/<slug>.html',
    '6: the collection recipes is not supported; published posts alone',
    '3: the plugin jekyll-x is not supported; went on without it',
  ])
})

it('says nothing of what changes nothing', () => {
  expect(
    said(
      'limit_posts: 0\nshow_drafts: false\nunpublished: false\ntheme: minima\nplugins: [jekyll-feed, jekyll-sitemap]\n',
    ),
  ).toEqual([])
})
