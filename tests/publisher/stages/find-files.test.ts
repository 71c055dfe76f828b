import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Problem, SiteError } from '../../../src/publisher/problems.ts'
import { lineOf } from '../../../src/publisher/report.ts'
import { findPosts, findStaticFiles } from '../../../src/publisher/stages/find-files.ts'
import { CONFIG, newFolder, newSite } from '../site-folder.ts'

it('finds posts at any depth, in one order, by Jekyll’s extensions', () => {
  const names = ['b.md', 'a/z.markdown', 'a/y.MKD', 'c.html', 'd.htm', 'e.mkdn', 'f.mkdown']
  const site = newSite(Object.fromEntries(names.map((name) => [`_posts/${name}`, ''])))
  const problems: Problem[] = []
  expect(findPosts(site, CONFIG, problems)).toEqual(names.map((name) => `_posts/${name}`).sort())
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
  expect(findPosts(site, CONFIG, problems)).toEqual([
    '_posts/2022-01-04-x.md/c.md',
    '_posts/a.md',
    '_posts/f.md',
  ])
  expect(problems.map(lineOf).sort()).toEqual([
    '_posts/2022-01-04-x.md:1: is a folder named like a post; read the posts in it',
    '_posts/b.txt:1: is no post: its extension is not one of Markdown or HTML; left out',
    '_posts/e.md:1: is neither a file nor a folder; left out',
  ])
})

it('refuses a site without any post: an empty edition would take all of it off the net', () => {
  const empty = newSite({})
  mkdirSync(join(empty, '_posts'))
  for (const site of [newFolder(), empty, newSite({ _posts: 'a file' })]) {
    expect(() => findPosts(site, CONFIG, [])).toThrow(SiteError)
    expect(() => findPosts(site, CONFIG, [])).toThrow(`${join(site, '_posts')}: holds no posts`)
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
    'out.json',
  ]
  const site = newSite(Object.fromEntries([...shown, ...hidden].map((path) => [path, ''])))
  expect(findStaticFiles(site, CONFIG, [], [join(site, 'out'), join(site, 'out.json')])).toEqual(shown)
})

const found = (rules: Partial<typeof CONFIG>, ...paths: string[]): string[] =>
  findPosts(newSite(Object.fromEntries(paths.map((path) => [path, '']))), { ...CONFIG, ...rules }, [])

it('finds _posts below any folder that is not hidden or excluded', () => {
  const paths = [
    'a/B/_posts/b.md',
    '_x/_posts/c.md',
    'out/_posts/d.md',
    'vendor/bundle/_posts/e.md',
    '_posts/a.md',
  ]
  expect(found({ exclude: ['out', 'vendor/bundle'] }, ...paths)).toEqual(['_posts/a.md', 'a/B/_posts/b.md'])
  expect(found({ include: ['_x'], exclude: ['a/*'] }, ...paths)).toContain('_x/_posts/c.md')
  expect(found({ include: ['_x'], exclude: ['a/*'] }, ...paths)).not.toContain('a/B/_posts/b.md')
})

it('hides posts as Jekyll does: by the name of the file, and of the first folder', () => {
  const shown = ['_posts/a/_b/c.md', '_posts/d.md']
  const hidden = [
    '_posts/_a/b.md',
    '_posts/a/_c.md',
    '_posts/a/.b/c.md',
    '_posts/#d.md',
    '_posts/~e.md',
    '_posts/f.md~',
  ]
  expect(found({}, ...shown, ...hidden)).toEqual(shown)
  expect(found({ include: ['_c.md'] }, ...shown, ...hidden)).toEqual([
    '_posts/a/_b/c.md',
    '_posts/a/_c.md',
    '_posts/d.md',
  ])
})

it('looks for posts in the folder for collections alone, when there is one', () => {
  const paths = ['_posts/a.md', 'c/_posts/b.md', 'c/d/_posts/e.md', 'cc/_posts/f.md']
  expect(found({ collectionsDir: 'c' }, ...paths)).toEqual(['c/_posts/b.md', 'c/d/_posts/e.md'])
})

it('takes drafts, archive folders and other endings when it is asked to', () => {
  const paths = [
    '_posts/a.md',
    '_drafts/b.md',
    'x/_drafts/c.md',
    'old_post/2021/d.md',
    '_posts/e.text',
    '_posts/f.mkd',
  ]
  expect(found({}, ...paths)).toEqual(['_posts/a.md', '_posts/f.mkd'])
  expect(found({ drafts: true, archiveDirs: ['old_post'] }, ...paths)).toEqual([
    '_drafts/b.md',
    '_posts/a.md',
    '_posts/f.mkd',
    'old_post/2021/d.md',
    'x/_drafts/c.md',
  ])
  expect(found({ markdownExt: ['text'] }, ...paths)).toEqual(['_posts/e.text'])
  const site = newSite(Object.fromEntries(paths.map((path) => [path, ''])))
  expect(findStaticFiles(site, { ...CONFIG, archiveDirs: ['old_post'] }, [], [])).toEqual([])
})
