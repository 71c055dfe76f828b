import { describe, expect, it } from 'vitest'
import { DAY_ARTICLES } from '../../src/archive/limits.ts'
import { type EntryRules, pagesIn, planEntries, usualPages } from '../../src/publisher/plan-entries.ts'
import type { PostRecord } from '../../src/publisher/post-record.ts'
import { aRecordWith } from './site-folder.ts'

const ALL_PAGED: EntryRules = {
  permalinkOf: ({ permalink }) => permalink,
  pagesOf: (post) => usualPages(post, true),
  shell: 'shell',
  packBytes: 65_536,
}
const NONE_PAGED: EntryRules = { ...ALL_PAGED, pagesOf: () => [] }

const post = (name: string, fields: Partial<PostRecord> = {}): PostRecord =>
  aRecordWith({ path: `_posts/${name}.md`, permalink: `/${name}.html`, ...fields })
const POSTS = [post('a'), post('b'), post('c')]

const planned = (posts: readonly PostRecord[], rules: Partial<EntryRules> = {}) => {
  const [entry] = planEntries(posts, { ...ALL_PAGED, ...rules })
  if (!entry) throw new Error('no entry')
  return entry
}

it('cuts the timeline by days, and a busy day once more', () => {
  const days = [...Array(DAY_ARTICLES + 1).fill('2022-01-04'), '2022-01-05']
  const posts = days.map((day, index) => post(`${index}`, { day }))
  const places: number[] = []
  const pagesOf = (_: PostRecord, place: number) => {
    places.push(place)
    return []
  }
  const entries = planEntries(posts, { ...ALL_PAGED, pagesOf })
  expect(entries.map((entry) => [entry.day, entry.posts.length])).toEqual([
    ['2022-01-04', DAY_ARTICLES],
    ['2022-01-04', 1],
    ['2022-01-05', 1],
  ])
  // A page is asked for by the place in the whole timeline.
  expect(places).toEqual([...posts.keys()])
})

describe('the key of an entry', () => {
  const { key } = planned(POSTS)
  const [a, b, c] = POSTS as [PostRecord, PostRecord, PostRecord]

  it.each<[string, readonly PostRecord[], Partial<EntryRules>]>([
    ['the text of a post', [{ ...a, id: '1'.repeat(40) }, b, c], {}],
    ['the path of a post', [{ ...a, path: '_posts/d.md' }, b, c], {}],
    ['the order of posts', [b, a, c], {}],
    ['how many they are', [a, b], {}],
    ['the day', POSTS.map((each) => ({ ...each, day: '2022-01-05' })), {}],
    ['what links name', [{ ...a, asks: ['x'], answers: [undefined] }, b, c], {}],
    ['the pack size', POSTS, { packBytes: 9 }],
    ['the shell', POSTS, { shell: 'another' }],
    [
      'an address that is given',
      POSTS,
      { permalinkOf: (each) => (each === a ? '/a-2.html' : each.permalink) },
    ],
    ['whether there are pages', POSTS, { pagesOf: () => [] }],
    ['a page less', POSTS, { pagesOf: (each) => usualPages(each, each !== a) }],
    [
      'a page more',
      POSTS,
      { pagesOf: (each) => [...usualPages(each, true), ...(each === a ? ['was.html'] : [])] },
    ],
  ])('hangs on %s', (_, posts, rules) => {
    expect(planned(posts, rules).key).not.toBe(key)
  })

  it('hangs on the answers of posts that ask', () => {
    const keys = [undefined, '/x.html', '/y.html'].map(
      (answer) => planned([{ ...a, asks: ['x'], answers: [answer] }]).key,
    )
    expect(new Set(keys).size).toBe(3)
  })

  it('hangs on the shell where few posts have a page, and where none has one it does not', () => {
    const few = { pagesOf: (each: PostRecord) => usualPages(each, each === a) }
    expect(planned(POSTS, few).isPaged).toBe(false)
    expect(planned(POSTS, few).key).not.toBe(planned(POSTS, { ...few, shell: 'another' }).key)
    expect(planned(POSTS, NONE_PAGED).key).toBe(planned(POSTS, { ...NONE_PAGED, shell: 'another' }).key)
  })

  it('tells pages that are odd among others from those that are the only ones', () => {
    const odd = (others: boolean) => (each: PostRecord) =>
      each === c ? ['c.html', 'was.html'] : usualPages(each, others)
    expect(planned(POSTS, { pagesOf: odd(true) }).key).not.toBe(planned(POSTS, { pagesOf: odd(false) }).key)
  })

  it('hangs on nothing else', () => {
    const more: Partial<PostRecord> = {
      problems: [{ kind: 'date', file: 'a', wrong: 'b', done: 'c' }],
      aliases: ['/was/'],
      bytes: 1,
      sameness: 'another',
      stub: 'begins',
    }
    expect(planned([{ ...a, ...more }, b, c]).key).toBe(key)
    expect(planned([...POSTS]).key).toBe(key)
    // Other days and what stands before them make no difference.
    const before = post('z', { day: '2021-12-31' })
    expect(planEntries([before, ...POSTS], ALL_PAGED)[1]?.key).toBe(key)
  })
})

describe('the pages of an entry', () => {
  it('are those that its articles’ addresses name, or stand for themselves', () => {
    const pagesOf = (each: PostRecord) => (each === POSTS[1] ? [] : usualPages(each, true))
    const entry = planned(POSTS, { pagesOf })
    expect([entry.isPaged, [...entry.odd]]).toEqual([true, [[1, []]]])
    expect(pagesIn(entry)).toEqual([['a.html'], [], ['c.html']])
  })

  it('are odd where the address is another than the post asked for', () => {
    const permalinkOf = (each: PostRecord) => (each === POSTS[0] ? '/a-2.html' : each.permalink)
    const pagesOf = (each: PostRecord) => [permalinkOf(each).slice(1)]
    const entry = planned(POSTS, { permalinkOf, pagesOf })
    expect(pagesIn(entry)).toEqual([['a-2.html'], ['b.html'], ['c.html']])
    expect([...entry.odd.keys()]).toEqual([0])
  })

  it('an address that no file can bear has none', () => {
    const bad = post('a', { permalink: '/a%2Fb.html' })
    expect(pagesIn(planned([bad, ...POSTS]))[0]).toEqual([])
  })
})
