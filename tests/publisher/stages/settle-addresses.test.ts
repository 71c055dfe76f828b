import { expect, it } from 'vitest'
import type { Problem } from '../../../src/publisher/problems.ts'
import { settleAddresses, settleAliases } from '../../../src/publisher/stages/settle-addresses.ts'
import { aRecordWith, wrongs } from '../site-folder.ts'

const settle = (...permalinks: string[]) => {
  const problems: Problem[] = []
  const posts = permalinks.map((permalink, index) => ({ permalink, path: `_posts/${index}.md` }))
  const given = settleAddresses(posts, problems)
  return { settled: posts.map((post) => given.get(post) ?? post.permalink), problems }
}

it('leaves addresses of one’s own alone, those of another case or Unicode form too', () => {
  const own = ['/a.html', '/A.html', '/a/', '/a', '/caf%C3%A9.html', '/cafe%CC%81.html', '/a%2Fb', '/a/b']
  expect(settle(...own)).toEqual({ settled: own, problems: [] })
})

it('gives later articles of one address a number, and says whose it is', () => {
  const { settled, problems } = settle('/a.html', '/a.html', '/a-2.html', '/%61.html', '/b/', '/b/')
  expect(settled).toEqual(['/a.html', '/a-3.html', '/a-2.html', '/%61-4.html', '/b/', '/b-2/'])
  expect(wrongs(problems)[0]).toBe('has the address /a.html of _posts/0.md; published at /a-3.html')
})

it.each([
  ['/', '/post-2.html'],
  ['/index.html', '/index-2.html'],
  ['/404.html', '/404-2.html'],
  ['/category/macro.html', '/post/category/macro-2.html'],
  ['/archive/root.json', '/post/archive/root-2.json'],
  ['/%61rchive/root.json', '/post/%61rchive/root-2.json'],
  ['/app/index.js', '/post/app/index-2.js'],
])('keeps %s for the site itself', (permalink, free) => {
  const { settled, problems } = settle(permalink)
  expect(settled).toEqual([free])
  expect(problems).toMatchObject([{ kind: 'address', file: '_posts/0.md' }])
})

it('lets a category be named like a folder of the site’s', () => {
  const pages = [
    '/archive/2022/01/04/a.html',
    '/app/2022/01/04/a/',
    '/category/2022/01/04/a.html',
    '/archive',
  ]
  expect(settle(...pages)).toEqual({ settled: pages, problems: [] })
})

const settleAll = (...drafts: [permalink: string, ...aliases: string[]][]) => {
  const problems: Problem[] = []
  const posts = drafts.map(([, ...aliases], index) => aRecordWith({ path: `_posts/${index}.md`, aliases }))
  const moved = settleAliases(
    posts,
    (post) => drafts[posts.indexOf(post)]?.[0] ?? '',
    ({ aliases }) => aliases,
    problems,
  )
  for (const { permalink, post } of moved.values()) expect(permalink).toBe(drafts[posts.indexOf(post)]?.[0])
  const led = [...moved].map(([key, { permalink }]) => [key, permalink])
  return { moved: Object.fromEntries(led), wrongs: wrongs(problems) }
}

it('leads further addresses to their article, in the form in which paths are compared', () => {
  expect(settleAll(['/a.html', '/old.html', '/%E4%B8%AD', '/中', '/a.html'])).toEqual({
    moved: { '/old.html': '/a.html', '/中': '/a.html' },
    wrongs: [],
  })
})

it('an article keeps its own address, and the first alias goes before the second', () => {
  const { moved, wrongs: said } = settleAll(['/a', '/b', '/c', '/index.html'], ['/b', '/c'])
  expect(moved).toEqual({ '/c': '/a' })
  expect(said).toEqual([
    'is asked for at /b, which is of _posts/1.md; not led there',
    'is asked for at /index.html, which is of the site itself; not led there',
    'is asked for at /c, which is of _posts/0.md; not led there',
  ])
})
