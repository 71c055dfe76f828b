import { expect, it } from 'vitest'
import type { Answers, PostRecord } from '../../src/publisher/post-record.ts'
import type { Problem } from '../../src/publisher/problems.ts'
import { lineOf } from '../../src/publisher/report.ts'
import { settlePosts } from '../../src/publisher/settle-posts.ts'
import { aRecordWith } from './site-folder.ts'

const post = (name: string, fields: Partial<PostRecord> = {}): PostRecord =>
  aRecordWith({ path: `_posts/${name}.md`, permalink: `/${name}.html`, sameness: name, ...fields })

/** Settles posts; those that are read again come back with their answers. */
const settle = async (posts: readonly PostRecord[], isGone: (post: PostRecord) => boolean = () => false) => {
  const problems: Problem[] = []
  const read: string[] = []
  const answer = ([each, answers]: [PostRecord, Answers]): [PostRecord, PostRecord][] => {
    read.push(each.path)
    return isGone(each) ? [] : [[each, { ...each, answers: answers.map(([, permalink]) => permalink) }]]
  }
  const settled = await settlePosts(
    posts,
    { future: true, now: 0 },
    {
      readOpenings: async (asked) => asked.map(({ path }) => path),
      readAnswered: async (asking) => new Map([...asking].flatMap(answer)),
    },
    problems,
  )
  const addresses = settled.posts.map(settled.permalinkOf)
  const moved = [...settled.moved].map(([key, { permalink, post: to }]) => [key, permalink, to.path])
  return { ...settled, addresses, moved, read, said: problems.map(lineOf) }
}

it('orders by day, moment and address, undated ones first', async () => {
  const { addresses } = await settle([
    post('c', { epoch: 5 }),
    post('b', { epoch: 5 }),
    post('d', { epoch: 4 }),
    // The clocks went back over midnight: the day goes before the moment.
    post('e', { day: '2022-01-03', epoch: 9 }),
    post('f', { day: '0000-00-00', epoch: undefined }),
  ])
  expect(addresses).toEqual(['/f.html', '/e.html', '/d.html', '/b.html', '/c.html'])
})

it('counts what was folded and what is not published, and says what was wrong with the rest alone', async () => {
  const problems: Problem[] = [{ kind: 'date', file: 'x', wrong: 'w', done: 'd' }]
  const { posts, folded, unpublished, said } = await settle([
    post('a', { problems }),
    post('b', { isPublished: false, problems }),
    post('c', { path: 'old/a.md', permalink: '/a.html', sameness: 'a', problems }),
  ])
  expect([posts.length, folded, unpublished]).toEqual([1, 1, 1])
  expect(said.sort()).toEqual([
    '_posts/b.md:1: says published: false; left out',
    'old/a.md:1: is the same post as _posts/a.md; folded into it',
    'x: w; d',
  ])
})

it('reads a post again when its links name something else than they did', async () => {
  const asking = (name: string, answers: PostRecord['answers']) =>
    post(name, { asks: ['b', 'none'], answers })
  const { read, posts } = await settle([
    asking('never', []),
    asking('still', ['/b.html', undefined]),
    asking('moved', ['/was.html', undefined]),
    asking('gone', ['/b.html', '/none.html']),
    post('b'),
  ])
  expect(read).toEqual(['_posts/never.md', '_posts/moved.md', '_posts/gone.md'])
  for (const { asks, answers } of posts)
    expect(answers).toEqual(asks.length > 0 ? ['/b.html', undefined] : [])
})

it('names the address that a post has been given', async () => {
  const { posts } = await settle([
    post('a', { permalink: '/x.html' }),
    post('b', { permalink: '/x.html' }),
    post('c', { asks: ['b'] }),
  ])
  expect(posts.flatMap(({ answers }) => answers)).toEqual(['/x-2.html'])
})

it('a post that was read again keeps its address and what it has inherited', async () => {
  const asks = ['none']
  const { addresses, moved } = await settle([
    post('a', { permalink: '/x.html' }),
    post('b', { permalink: '/x.html', asks, aliases: ['/one'] }),
    post('c', { path: 'old/b.md', permalink: '/x.html', sameness: 'b', asks, aliases: ['/two'] }),
  ])
  expect(addresses).toEqual(['/x-2.html', '/x.html'])
  expect(moved).toEqual([
    ['/one', '/x-2.html', '_posts/b.md'],
    ['/two', '/x-2.html', '_posts/b.md'],
  ])
})

it('a post that has changed meanwhile stays as it was', async () => {
  const asking = post('a', { asks: ['none'] })
  const { posts } = await settle([asking], () => true)
  expect(posts[0]).toBe(asking)
})
