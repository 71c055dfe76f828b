import { expect, it } from 'vitest'
import type { Problem } from '../../../src/publisher/problems.ts'
import { lineOf } from '../../../src/publisher/report.ts'
import { foldCopies } from '../../../src/publisher/stages/fold-copies.ts'
import { aRecordWith, draftOf, recordFrom } from '../site-folder.ts'

const post = (text: string, alias: string) => `---\ntitle: 甲\nredirect_from: ${alias}\n---\n${text}\n`

it('folds the same post in another folder, and keeps its addresses; another text is another article', () => {
  const problems: Problem[] = []
  const { posts, inherited } = foldCopies(
    [
      draftOf('2022-01-01-a.md', post('正文', '/one')),
      draftOf('b/2022-01-01-a.md', post('正文', '/two')),
      draftOf('c/2022-01-01-a.md', post('另一篇', '/three')),
      draftOf('2022-01-01-b.md', post('正文', '/four')),
    ].map(recordFrom),
    problems,
  )
  expect(posts.map((each) => [each.path, ...each.aliases, ...(inherited.get(each) ?? [])])).toEqual([
    ['_posts/2022-01-01-a.md', '/one', '/two'],
    ['_posts/c/2022-01-01-a.md', '/three'],
    ['_posts/2022-01-01-b.md', '/four'],
  ])
  expect(problems.map(lineOf)).toEqual([
    '_posts/b/2022-01-01-a.md:1: is the same post as _posts/2022-01-01-a.md; folded into it',
  ])
})

it('tells copies of several names apart, in any number', () => {
  const problems: Problem[] = []
  const copies = ['a/x.md', 'b/y.md', 'c/y.md', 'd/x.md', 'e/y.md'].map((path) =>
    aRecordWith({ path, aliases: [`/${path}`] }),
  )
  const { posts, inherited } = foldCopies(copies, problems)
  expect(posts.map(({ path }) => path)).toEqual(['a/x.md', 'b/y.md'])
  expect([...inherited.values()]).toEqual([['/c/y.md', '/e/y.md'], ['/d/x.md']])
  expect(problems.map(lineOf)).toEqual([
    'c/y.md:1: is the same post as b/y.md; folded into it',
    'd/x.md:1: is the same post as a/x.md; folded into it',
    'e/y.md:1: is the same post as b/y.md; folded into it',
  ])
})
