import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Problem, SiteError } from '../../../src/publisher/problems.ts'
import { lineOf } from '../../../src/publisher/report.ts'
import { findPosts, findStaticFiles } from '../../../src/publisher/stages/find-files.ts'
import { newFolder, newSite } from '../site-folder.ts'

it('finds posts at any depth, in one order, by Jekyll’s extensions', () => {
  const names = ['b.md', 'a/z.markdown', 'a/y.MKD', 'c.html', 'd.htm', 'e.mkdn', 'f.mkdown']
  const site = newSite(Object.fromEntries(names.map((name) => [`_posts/${name}`, ''])))
  const problems: Problem[] = []
  expect(findPosts(site, problems)).toEqual(names.map((name) => `_posts/${name}`).sort())
  expect(problems).toEqual([])
})

it('names what lies among the posts and is none', () => {
  const site = newSite({
    '_posts/a.md': '',
    '_posts/b.txt': '',
    '_posts/2022-01-04-x.md/c.md': '',
    '_posts/.d.md': '',
  })
  symlinkSync(join(site, 'nowhere'), join(site, '_posts/e.md'))
  symlinkSync(join(site, '_posts/a.md'), join(site, '_posts/f.md'))
  const problems: Problem[] = []
  expect(findPosts(site, problems)).toEqual(['_posts/2022-01-04-x.md/c.md', '_posts/a.md', '_posts/f.md'])
  expect(problems.map(lineOf).sort()).toEqual([
    '_posts/2022-01-04-x.md: is a folder named like a post; read the posts in it',
    '_posts/b.txt: is no post: its extension is not one of Markdown or HTML; left out',
    '_posts/e.md: is neither a file nor a folder; left out',
  ])
})

it('refuses a site without any post: an empty edition would take all of it off the net', () => {
  const empty = newSite({})
  mkdirSync(join(empty, '_posts'))
  for (const site of [newFolder(), empty, newSite({ _posts: 'a file' })]) {
    expect(() => findPosts(site, [])).toThrow(SiteError)
    expect(() => findPosts(site, [])).toThrow(`${join(site, '_posts')}: holds no posts`)
  }
})

it('copies what Jekyll copies, and not the edition into itself', () => {
  const shown = ['CNAME', 'images/a.png', 'old_post/b.md']
  const hidden = [
    '.git/config',
    '_layouts/a.html',
    'a~',
    '#a',
    'images/_x/a.png',
    'node_modules/a/b.js',
    'out/index.html',
  ]
  const site = newSite(Object.fromEntries([...shown, ...hidden].map((path) => [path, ''])))
  expect(findStaticFiles(site, [], join(site, 'out'))).toEqual(shown)
})
