import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Root } from '../../src/archive/root.ts'
import { compare, type Problem, sortProblems } from '../../src/publisher/problems.ts'
import type { Published } from '../../src/publisher/publish.ts'
import { lineOf, summarize, writeReport } from '../../src/publisher/report.ts'
import { newFolder } from './site-folder.ts'

const problem = (file: string, more: Partial<Problem> = {}): Problem => ({
  kind: 'date',
  file,
  wrong: 'w',
  done: 'd',
  ...more,
})

const published = (problems: readonly Problem[]): Published => ({
  root: { edition: 'abcdefghijkl', site: { feed: '/feed.xml' } } as Root,
  memory: undefined,
  posts: 45,
  articles: 44,
  folded: 1,
  unpublished: 0,
  unreadable: 0,
  categories: 3,
  refusal: undefined,
  use: undefined,
  problems,
})

it('says a problem as compilers do', () => {
  expect(lineOf(problem('_posts/a.md', { line: 3 }))).toBe('_posts/a.md:3: w; d')
  expect(lineOf(problem('_posts/a.md'))).toBe('_posts/a.md: w; d')
  expect(lineOf(problem('a.md', { done: 'took “\u001b[31mred\u0007”' }))).toBe(
    'a.md: w; took “\uFFFD[31mred\uFFFD”',
  )
})

it('orders problems by file, line and kind, whatever the order they came in', () => {
  const sorted = [
    problem('a'),
    problem('a', { line: 2 }),
    problem('a', { line: 2, kind: 'title' }),
    problem('a', { line: 10 }),
    problem('中'),
  ]
  expect(sortProblems([...sorted].reverse())).toEqual(sorted)
  expect(['b', 'a', 'B'].sort(compare)).toEqual(['B', 'a', 'b'])
})

it('ends with one line when nothing is wrong', () => {
  expect(summarize(published([]), 'dist.report.json')).toEqual([
    'kanbao: 45 posts: 44 articles in 3 categories, 1 folded into another',
  ])
})

it('says so when there can be no feeds', () => {
  const root = { edition: 'abcdefghijkl', site: {} } as Root
  expect(summarize({ ...published([]), root })[1]).toBe(
    'kanbao: no feeds and no sitemap, since they name whole addresses: _config.yml has no url such as https://news.example',
  )
  expect(summarize({ ...published([]), root: undefined })).toHaveLength(1)
})

it('says what became of every post', () => {
  expect(summarize({ ...published([]), unpublished: 2, unreadable: 1 }, 'r.json')).toEqual([
    'kanbao: 45 posts: 44 articles in 3 categories, 1 folded into another, 2 left out as their owner says, 1 that cannot be read',
  ])
})

it('groups problems by kind, the most frequent first', () => {
  const problems = [problem('a', { kind: 'title' }), problem('a'), problem('b', { line: 2 })]
  expect(summarize(published(problems), 'r.json').slice(1)).toEqual([
    'kanbao: 3 problems',
    '  date: 2',
    '    a: w; d',
    '    b:2: w; d',
    '  title: 1',
    '    a: w; d',
    'kanbao: also in r.json',
  ])
})

it('shows five of a kind when there are many, and says where all are; without a report it shows all', () => {
  const problems = Array.from({ length: 25 }, (_, n) => problem(`${n}`))
  const many = summarize(published(problems), 'r.json')
  expect(many.slice(-3)).toEqual(['    4: w; d', '    and 20 more', 'kanbao: all of them in r.json'])
  expect(summarize(published(problems))).toHaveLength(2 + 1 + 25)
})

it('says when the publish was stopped', () => {
  const refusal = 'not published, since the publish is strict'
  const stopped = { ...published([problem('a')]), root: undefined, refusal }
  expect(summarize(stopped, 'r.json').at(-1)).toBe(`kanbao: ${refusal}`)
  expect(summarize({ ...stopped, problems: [] }, 'r.json').at(-1)).toBe(`kanbao: ${refusal}`)
})

it('says what the edition takes of its host', () => {
  const lines = summarize({ ...published([]), use: '3 of 10 files' }, 'r.json')
  expect(lines[1]).toBe('kanbao: 3 of 10 files')
})

it('is written as JSON with every problem', () => {
  const path = join(newFolder(), 'r.json')
  const problems = [problem('a', { line: 1 }), problem('b')]
  writeReport(path, published(problems))
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
    edition: 'abcdefghijkl',
    posts: 45,
    articles: 44,
    folded: 1,
    unpublished: 0,
    unreadable: 0,
    feeds: true,
    counts: { date: 2 },
    problems,
  })
})
