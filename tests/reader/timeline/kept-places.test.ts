// @vitest-environment jsdom
import type { CacheSnapshot } from 'virtua'
import { beforeEach, describe, expect, it, vi } from 'vitest'

/** A fresh module is a reloaded page: what it knows, it knows from session storage. */
const reload = async () => {
  vi.resetModules()
  return import('../../../src/reader/timeline/kept-places.ts')
}

const place = (scrollY: number) => ({
  scrollY,
  headlines: 120,
  top: { row: 7, permalink: '/a.html' },
  heights: [[92, 116], 92] as unknown as CacheSnapshot,
})

beforeEach(() => {
  sessionStorage.clear()
  vi.restoreAllMocks()
})

describe('the place in a list', () => {
  it('is kept by history entry', async () => {
    const { keepPlace, keptPlace } = await reload()
    keepPlace('one', place(100))
    keepPlace('two', place(200))
    expect(keptPlace('one')).toEqual(place(100))
    expect(keptPlace('two')?.scrollY).toBe(200)
    expect(keptPlace('three')).toBeUndefined()
  })

  it('outlives a reload', async () => {
    const before = await reload()
    before.keepPlace('one', place(100))
    const { keptPlace } = await reload()
    expect(keptPlace('one')).toEqual(place(100))
  })

  it('is the last one kept', async () => {
    const { keepPlace, keptPlace } = await reload()
    keepPlace('one', place(100))
    keepPlace('one', place(300))
    expect(keptPlace('one')?.scrollY).toBe(300)
    expect((await reload()).keptPlace('one')?.scrollY).toBe(300)
  })

  it('does not fill the session storage without end', async () => {
    const { keepPlace, keptPlace } = await reload()
    for (let entry = 0; entry < 50; entry++) keepPlace(`entry ${entry}`, place(entry))
    expect(sessionStorage.length).toBe(20)
    expect(keptPlace('entry 0')?.scrollY).toBe(0)
    const after = await reload()
    expect(after.keptPlace('entry 49')?.scrollY).toBe(49)
    expect(after.keptPlace('entry 0')).toBeUndefined()
  })

  it('is kept for the page where the storage is full', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    const { keepPlace, keptPlace } = await reload()
    keepPlace('one', place(100))
    expect(keptPlace('one')?.scrollY).toBe(100)
  })

  it('is none where something else is stored', async () => {
    sessionStorage.setItem('kanbao.place.one', '{scroll')
    const { keptPlace } = await reload()
    expect(keptPlace('one')).toBeUndefined()
  })
})
