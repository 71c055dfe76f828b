import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Root } from '../../../src/archive/root.ts'
import type { SearchRequest, SearchSession } from '../../../src/reader/library/search-session.ts'
import { postsOn, publishPosts, serveFiles } from '../published.ts'

let files: Map<string, string | Uint8Array>
let root: Root

beforeAll(async () => {
  files = await publishPosts(postsOn(['2022-01-21', '2022-01-22'], 16, ['hongguan', 'gushi']))
  root = JSON.parse(String(files.get('archive/root.json'))) as Root
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

const request = (words: string): SearchRequest => ({
  base: '/',
  root,
  filter: { categories: [], words },
  skip: 0,
})

/** Workers that were begun, with what they were made of. */
let begun: LocalWorker[] = []
/** Each program of a worker that was loaded listens here. */
let programs: ((event: MessageEvent) => void)[] = []

/** Runs the worker's own program in this thread; messages are copied, as between threads. */
class LocalWorker extends EventTarget {
  readonly url: unknown
  readonly options: unknown
  isBroken = false

  constructor(url: unknown, options: unknown) {
    super()
    this.url = url
    this.options = options
    begun.push(this)
  }

  postMessage(data: unknown): void {
    const copy = structuredClone(data)
    queueMicrotask(() => {
      if (this.isBroken) this.dispatchEvent(new Event('error'))
      else programs.at(-1)?.(new MessageEvent('message', { data: copy }))
    })
  }
}

const openThread = async () => {
  begun = []
  programs = []
  vi.stubGlobal('Worker', LocalWorker)
  vi.stubGlobal('addEventListener', (_: string, listen: (event: MessageEvent) => void) =>
    programs.push(listen),
  )
  vi.stubGlobal('postMessage', (data: unknown) => {
    begun.at(-1)?.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }))
  })
  await import('../../../src/reader/library/search-worker.ts')
  return import('../../../src/reader/library/search-thread.ts')
}

const readAll = async (session: SearchSession): Promise<string[]> => {
  const permalinks: string[] = []
  for (;;) {
    const { headlines, isDone, failure } = await session()
    expect(failure).toBeUndefined()
    permalinks.push(...headlines.map(({ permalink }) => permalink))
    if (isDone) return permalinks
  }
}

describe('without threads', () => {
  it('a search runs in this one', async () => {
    serveFiles(files)
    const { openSearch } = await import('../../../src/reader/library/search-thread.ts')
    expect(await readAll(await openSearch(request('正文')))).toHaveLength(32)
  })
})

describe('a thread for searches', () => {
  it('finds the same, and serves all searches', async () => {
    serveFiles(files)
    const { openSearch } = await openThread()
    expect(begun).toHaveLength(0)
    const whole = await readAll(await openSearch(request('正文')))
    expect(whole).toHaveLength(32)
    expect(await readAll(await openSearch(request('标题')))).toEqual(whole)
    expect(begun).toHaveLength(1)
    expect(begun[0]?.options).toEqual({ type: 'module' })
  })

  it('keeps searches apart that go on by turns', async () => {
    serveFiles(files)
    const { openSearch } = await openThread()
    const [many, one, none] = await Promise.all([
      openSearch(request('正文')),
      openSearch(request('20220121n3')),
      openSearch(request('没有这样的词')),
    ])
    const [first, single, nothing] = await Promise.all([many(), one(), none()])
    expect(first.headlines).toHaveLength(10)
    expect(single.headlines.map(({ title }) => title)).toEqual(['标题20220121n3'])
    expect(nothing).toMatchObject({ headlines: [], isDone: true })
    expect((await many()).headlines[0]?.permalink).not.toBe(first.headlines[0]?.permalink)
  })

  it('tells of a file that cannot be read', async () => {
    const { failing } = serveFiles(files)
    for (const path of files.keys()) failing.set(path, 0)
    const { openSearch } = await openThread()
    const { failure, isDone } = await (await openSearch(request('正文')))()
    expect(failure).toMatchObject({ kind: 'offline', shard: expect.stringMatching(/\.bin$/) })
    expect(isDone).toBe(false)
  })

  it('whose program does not load fails all searches that wait, and is begun again', async () => {
    serveFiles(files)
    const { openSearch } = await openThread()
    const sessions = [await openSearch(request('正文')), await openSearch(request('标题'))]
    for (const worker of begun) worker.isBroken = true
    const steps = await Promise.all(sessions.map((session) => session()))
    expect(steps.map(({ failure }) => failure?.kind)).toEqual(['offline', 'offline'])
    expect(await readAll(await openSearch(request('正文')))).toHaveLength(32)
    expect(begun).toHaveLength(2)
  })

  it('has an address that the page’s policy lets through, which is made once', async () => {
    serveFiles(files)
    const names: string[] = []
    vi.stubGlobal('trustedTypes', {
      createPolicy: (name: string, rules: { createScriptURL(url: string): string }) => {
        if (names.includes(name)) throw new TypeError(`a policy ${name} is there already`)
        names.push(name)
        return { createScriptURL: (url: string) => ({ trusted: rules.createScriptURL(url) }) }
      },
    })
    const { openSearch } = await openThread()
    const session = await openSearch(request('正文'))
    for (const worker of begun) worker.isBroken = true
    expect((await session()).failure?.kind).toBe('offline')
    expect(await readAll(await openSearch(request('正文')))).toHaveLength(32)
    expect(names).toEqual(['search-worker'])
    expect(begun.map(({ url }) => url)).toEqual([
      { trusted: expect.stringContaining('search-worker') },
      { trusted: expect.stringContaining('search-worker') },
    ])
  })
})
