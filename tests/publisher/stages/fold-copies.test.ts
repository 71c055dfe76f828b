import { expect, it } from 'vitest'
import type { Problem } from '../../../src/publisher/problems.ts'
import { lineOf } from '../../../src/publisher/report.ts'
import { foldCopies } from '../../../src/publisher/stages/fold-copies.ts'
import { draftOf } from '../site-folder.ts'

const post = (text: string, alias: string) => `---\ntitle: 甲\nredirect_from: ${alias}\n---\n${text}\n`

it('folds the same post in another folder, and keeps its addresses; another text is another article', () => {
  const problems: Problem[] = []
  const kept = foldCopies(
    [
      draftOf('2022-01-01-a.md', post('正文', '/one')),
      draftOf('b/2022-01-01-a.md', post('正文', '/two')),
      draftOf('c/2022-01-01-a.md', post('另一篇', '/three')),
      draftOf('2022-01-01-b.md', post('正文', '/four')),
    ],
    problems,
  )
  expect(kept.map(({ path, aliases }) => [path, ...aliases])).toEqual([
    ['_posts/2022-01-01-a.md', '/one', '/two'],
    ['_posts/c/2022-01-01-a.md', '/three'],
    ['_posts/2022-01-01-b.md', '/four'],
  ])
  expect(problems.map(lineOf)).toEqual([
    '_posts/b/2022-01-01-a.md:1: is the same post as _posts/2022-01-01-a.md; folded into it',
  ])
})
