// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { eraseRecent, keepRecent, readRecent } from '../../../src/reader/search/recent-searches.ts'

const KEY = 'kanbao.searches'

beforeEach(() => localStorage.clear())
afterEach(() => vi.restoreAllMocks())

describe('the searches of this device', () => {
  it('are kept with the latest first, each once', () => {
    keepRecent('茅台')
    keepRecent('热电联产')
    keepRecent('茅台')
    expect(readRecent()).toEqual(['茅台', '热电联产'])
  })

  it('are ten at most', () => {
    for (let number = 1; number <= 12; number++) keepRecent(`词${number}`)
    expect(readRecent()).toHaveLength(10)
    expect(readRecent()[0]).toBe('词12')
    expect(readRecent().at(-1)).toBe('词3')
  })

  it('are erased one by one', () => {
    keepRecent('茅台')
    keepRecent('热电联产')
    expect(eraseRecent('茅台')).toEqual(['热电联产'])
    expect(readRecent()).toEqual(['热电联产'])
  })

  it('are erased all at once, and leave nothing behind', () => {
    keepRecent('茅台')
    expect(eraseRecent()).toEqual([])
    expect(localStorage.getItem(KEY)).toBeNull()
  })

  it('of another tab are not lost', () => {
    keepRecent('茅台')
    localStorage.setItem(KEY, JSON.stringify(['别的窗口', '茅台']))
    expect(keepRecent('热电联产')).toEqual(['热电联产', '别的窗口', '茅台'])
  })
})

describe('storage that is broken', () => {
  it.each(['', '{', 'null', '{"a":1}', '"text"', '7'])('such as %s counts as empty', (stored) => {
    localStorage.setItem(KEY, stored)
    expect(readRecent()).toEqual([])
    expect(keepRecent('茅台')).toEqual(['茅台'])
  })

  it('keeps what is sound in it', () => {
    localStorage.setItem(KEY, JSON.stringify(['茅台', 7, null, '', '  ', '茅台', ['a'], '股']))
    expect(readRecent()).toEqual(['茅台', '股'])
  })
})

describe('storage that is closed', () => {
  it('stops nobody from searching', () => {
    const refuse = () => {
      throw new DOMException('no', 'SecurityError')
    }
    for (const name of ['getItem', 'setItem', 'removeItem'] as const)
      vi.spyOn(Storage.prototype, name).mockImplementation(refuse)
    expect(readRecent()).toEqual([])
    expect(() => keepRecent('茅台')).not.toThrow()
    expect(eraseRecent()).toEqual([])
  })
})
