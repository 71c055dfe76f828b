import { expect, it } from 'vitest'
import type { Problem } from '../../../src/publisher/problems.ts'
import { lineOf } from '../../../src/publisher/report.ts'
import { leaveOut } from '../../../src/publisher/stages/leave-out.ts'
import { draftOf, recordFrom } from '../site-folder.ts'

const drafts = [
  draftOf('2022-01-01-a.md', '---\ntitle: a\n---\n'),
  draftOf('2022-01-01-b.md', '---\ntitle: b\npublished: false\n---\n'),
  draftOf('2099-01-01-c.md', '---\ntitle: c\n---\n'),
  draftOf('d.md', '---\ntitle: d\n---\n'),
]
const run = (future: boolean) => {
  const problems: Problem[] = []
  const kept = leaveOut(drafts.map(recordFrom), { future, now: Date.UTC(2026, 1, 1) }, problems)
  return { kept: kept.map(({ path }) => /(\w)\.md$/.exec(path)?.[1]), said: problems.map(lineOf) }
}

it('takes out what is not to be read, and says so', () => {
  expect(run(true)).toEqual({
    kept: ['a', 'c', 'd'],
    said: ['_posts/2022-01-01-b.md:1: says published: false; left out'],
  })
})

it('takes out later posts only where the site asks for it; undated ones are not later', () => {
  const { kept, said } = run(false)
  expect(kept).toEqual(['a', 'd'])
  expect(said[1]).toBe('_posts/2099-01-01-c.md:1: is of 2099-01-01, and future is false; left out')
})

it.each([
  ['published: false', false],
  ['published: no', false],
  ['published: OFF', false],
  ['published:', false],
  ['published: ~', false],
  ['published: true', true],
  ['published: "false"', true], // a text, which Jekyll takes for yes
  ['title: "a"b"\npublished: false', false], // Jekyll cannot read it; the owner’s wish can be
])('%s: %s', (line, isPublished) => {
  expect(draftOf('2022-01-01-a.md', `---\n${line}\n---\n`).isPublished).toBe(isPublished)
})
