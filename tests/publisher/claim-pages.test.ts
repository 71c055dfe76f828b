import { describe, expect, it } from 'vitest'
import { claimAliases, claimPages, NO_PAGES } from '../../src/publisher/claim-pages.ts'
import type { PostRecord } from '../../src/publisher/post-record.ts'
import type { Problem } from '../../src/publisher/problems.ts'
import { lineOf } from '../../src/publisher/report.ts'
import { claimFiles } from '../../src/publisher/stages/claim-files.ts'
import { aRecordWith } from './site-folder.ts'

/** Articles at these addresses; `moved` leads from an address key to one of them. */
const settled = (permalinks: readonly string[], moved: Readonly<Record<string, string>> = {}) => {
  const posts = permalinks.map((permalink, index) => aRecordWith({ path: `_posts/${index}.md`, permalink }))
  const at = (permalink: string) => posts.find((post) => post.permalink === permalink) as PostRecord
  return {
    posts,
    permalinkOf: ({ permalink }: PostRecord) => permalink,
    moved: new Map(
      Object.entries(moved).map(([key, permalink]) => [key, { permalink, post: at(permalink) }]),
    ),
    unpublished: 0,
    folded: 0,
    given: new Map<PostRecord, string>(),
  }
}

const claim = (
  articles: ReturnType<typeof settled>,
  {
    pages = 'all' as 'all' | number,
    host = 'any' as 'any' | 'cloudflare-pages' | 'github-pages',
    otherFiles = 0,
    isIndexed = true,
    compression = 'none' as 'none' | 'new',
    taken = [] as string[],
  } = {},
) => {
  const problems: Problem[] = []
  const files = claimFiles(taken)
  const rules = { host, pages, otherFiles, isIndexed, compression }
  const own = claimPages(articles, rules, files, problems)
  const all = claimAliases(articles, own, files)
  const pagesIn = ({ pagesOf }: typeof own) => articles.posts.map((post, place) => pagesOf(post, place))
  return { count: own.count, own: pagesIn(own), all: pagesIn(all), said: problems.map(lineOf) }
}

describe('pages of articles', () => {
  it('are as many as are wanted, for the newest', () => {
    const articles = settled(['/a', '/b', '/c'])
    expect(claim(articles).own).toEqual([['a.html'], ['b.html'], ['c.html']])
    expect(claim(articles, { pages: 2 })).toMatchObject({
      count: 2,
      own: [[], ['b.html'], ['c.html']],
      said: [],
    })
    expect(claim(articles, { pages: 0 })).toMatchObject({ count: 0, own: [[], [], []], said: [] })
  })

  it('give way to other files where the host counts them', () => {
    const host = 'cloudflare-pages'
    expect(claim(settled(['/a', '/b']), { host, otherFiles: 17_999 }).own).toEqual([[], ['b.html']])
    expect(claim(settled(['/a', '/b']), { host, otherFiles: 30_000 }).own).toEqual([[], []])
  })

  it('give way to the archive where the host weighs it', () => {
    const articles = settled(['/a', '/b', '/c'])
    const weighing = (bytes: number) => ({
      ...articles,
      posts: articles.posts.map((post) => ({ ...post, bytes })),
    })
    const host = 'github-pages'
    // Three texts of 180 MB with an index are 783 MB; a page holds its text once more, and 900 MB may be filled.
    const heavy = weighing(180e6)
    const files = claimFiles([])
    const own = claimPages(
      heavy,
      { host, pages: 'all', otherFiles: 0, isIndexed: true, compression: 'none' },
      files,
      [],
    )
    expect(own.count).toBe(0)
    const light = weighing(100e6)
    const fit = claimPages(
      light,
      { host, pages: 'all', otherFiles: 0, isIndexed: false, compression: 'none' },
      claimFiles([]),
      [],
    )
    expect(light.posts.map((post, place) => fit.pagesOf(post, place).length)).toEqual([1, 1, 1])
    const few = weighing(150e6)
    const two = claimPages(
      few,
      { host, pages: 'all', otherFiles: 0, isIndexed: false, compression: 'none' },
      claimFiles([]),
      [],
    )
    expect(few.posts.map((post, place) => two.pagesOf(post, place).length)).toEqual([0, 1, 1])
  })

  it('are none for addresses that no file can bear or whose file is another’s, and these are named', () => {
    const { count, own, said } = claim(settled(['/a%2Fb', '/c', '/c.html', '/d']), { taken: ['d.html'] })
    expect(own).toEqual([[], ['c.html'], [], []])
    expect(count).toBe(1)
    expect(said).toEqual(
      [0, 2, 3].map((place) => `_posts/${place}.md:1: has an address no file can bear; opens in the app`),
    )
  })
})

describe('pages of further addresses', () => {
  const moved = { '/was/': '/b', '/old': '/b', '/gone': '/a', '/c': '/b' }

  it('stand behind the article’s own, where a file is left for them, and no one is told where not', () => {
    const { all, said } = claim(settled(['/a', '/b', '/c.html'], moved), { taken: ['old.html'] })
    expect(all).toEqual([['a.html', 'gone.html'], ['b.html', 'was/index.html'], ['c.html']])
    expect(said).toEqual([])
  })

  it('are for articles that have a page alone', () => {
    const { all } = claim(settled(['/a', '/b'], moved), { pages: 1 })
    expect(all).toEqual([[], ['b.html', 'was/index.html', 'old.html', 'c.html']])
  })
})

it('there may be no pages at all', () => {
  expect(NO_PAGES.pagesOf(aRecordWith(), 0)).toEqual([])
})
