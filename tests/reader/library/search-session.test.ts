import { beforeAll, describe, expect, it } from 'vitest'
import type { Root } from '../../../src/archive/root.ts'
import type { Filter } from '../../../src/reader/library/filter.ts'
import {
  openSession,
  type SearchSession,
  type SearchStep,
} from '../../../src/reader/library/search-session.ts'
import { postsOn, publishPosts, serveFiles } from '../published.ts'

let files: Map<string, string | Uint8Array>
let root: Root

beforeAll(async () => {
  files = await publishPosts(postsOn(['2022-01-21', '2022-01-22'], 16, ['hongguan']))
  root = JSON.parse(String(files.get('archive/root.json'))) as Root
})

const request = (filter: Partial<Filter> = {}, skip = 0, edition = root.edition) => ({
  base: '/',
  root: { ...root, edition },
  filter: { categories: [], words: '正文', ...filter },
  skip,
})

/** A search of another site: of this one nothing is kept. */
const forget = (): void => {
  openSession({ ...request(), base: '/other/' })
}

const stepsOf = async (session: SearchSession): Promise<SearchStep[]> => {
  const steps: SearchStep[] = []
  for (;;) {
    const step = await session()
    steps.push(step)
    if (step.isDone || step.failure) return steps
  }
}
const permalinksOf = (steps: readonly SearchStep[]): string[] =>
  steps.flatMap(({ headlines }) => headlines.map(({ permalink }) => permalink))

describe('a search in steps', () => {
  it('has results in each step but the last', async () => {
    serveFiles(files)
    const steps = await stepsOf(openSession(request()))
    expect(permalinksOf(steps)).toHaveLength(32)
    expect(new Set(permalinksOf(steps)).size).toBe(32)
    expect(steps.slice(0, -1).every(({ headlines, isDone }) => headlines.length > 0 && !isDone)).toBe(true)
  })

  it.each([0, 1, 9, 10, 11, 31, 32, 40])('passes over the first %i results', async (skip) => {
    serveFiles(files)
    const all = permalinksOf(await stepsOf(openSession(request())))
    const steps = await stepsOf(openSession(request({}, skip)))
    expect(permalinksOf(steps)).toEqual(all.slice(skip))
    expect(steps.slice(0, -1).every(({ headlines }) => headlines.length > 0)).toBe(true)
  })

  it('is plain data, which may go to another thread', async () => {
    const { failing } = serveFiles(files)
    const steps = await stepsOf(openSession(request({ words: '标题', order: 'best' })))
    expect(structuredClone(steps)).toEqual(steps)
    forget()
    for (const path of files.keys()) failing.set(path, 0)
    const [failed] = await stepsOf(openSession(request()))
    expect(failed?.failure?.kind).toBe('offline')
    expect(structuredClone(failed)).toEqual(failed)
  })

  it('reads what the search before has read no second time, in a newer edition either', async () => {
    forget()
    const { asked } = serveFiles(files)
    await stepsOf(openSession(request()))
    const once = asked.length
    expect(once).toBeGreaterThan(0)
    expect(new Set(asked).size).toBe(once)
    await stepsOf(openSession(request({ categories: ['hongguan'] })))
    await stepsOf(openSession(request({}, 0, 'abcdefghij72')))
    expect(asked).toHaveLength(once)
  })

  it('ends at once where nothing is asked', async () => {
    const { asked } = serveFiles(files)
    expect(await stepsOf(openSession(request({ words: '，。' })))).toEqual([
      { headlines: [], isDone: true, isOfTitles: false },
    ])
    expect(asked).toEqual([])
  })
})
