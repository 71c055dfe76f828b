// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ListStatus } from '../../../src/reader/filters/list-status.tsx'
import type { ListingState } from '../../../src/reader/library/listing.ts'
import { renderInWords } from '../open-paper.tsx'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const status = (state: Partial<ListingState>, isSearch = true) => (
  <ListStatus
    state={{ headlines: [], dayCounts: new Map(), phase: 'reading', ...state }}
    isSearch={isSearch}
    isShown
  />
)
const said = () => screen.getByRole('status').textContent
const shown = () => document.querySelector('.token-count')?.textContent
const wait = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))

describe('what is said of a search', () => {
  it('is that it goes on, as long as nothing is known', () => {
    const { show } = renderInWords(status({}))
    expect(shown()).toBe('正在搜索…')
    show(status({ phase: 'ended' }))
    expect(shown()).toBe('')
    show(status({ phase: 'failed' }))
    expect(shown()).toBe('')
  })

  it('is the count at once for the eye, and without stutter for the ear', async () => {
    const { show } = renderInWords(status({}))
    for (const value of [3, 11, 40]) {
      show(status({ total: { value, exact: false } }))
      expect(shown()).toBe(`至少 ${value} 条`)
      await wait(300)
      expect(said()).toBe('正在搜索…')
    }
    await wait(500)
    expect(said()).toBe('至少 40 条')
    show(status({ total: { value: 52, exact: true }, phase: 'ended' }))
    await wait(1000)
    expect(screen.getAllByText('共 52 条')).toEqual([screen.getByRole('status')])
  })

  it('is that a single character was looked for in titles alone', async () => {
    renderInWords(status({ total: { value: 12, exact: true }, isOfTitles: true }))
    expect(shown()).toBe('共 12 条 · 单个字只在标题中查找')
  })
})

describe('what is said of a list', () => {
  it('is not said again when a search begins', () => {
    const { show } = renderInWords(status({ total: { value: 12, exact: true } }, false))
    show(status({ total: { value: 44, exact: true } }, false))
    show(status({}))
    expect(said()).toBe('共 44 条')
    expect(shown()).toBe('正在搜索…')
  })

  it('is its count, at once', () => {
    const { show } = renderInWords(status({}, false))
    expect(said()).toBe('')
    show(status({ total: { value: 12, exact: true } }, false))
    expect(said()).toBe('共 12 条')
  })

  it('stands in one place alone', () => {
    renderInWords(status({ total: { value: 12, exact: true } }, false))
    expect(screen.getAllByText('共 12 条')).toEqual([screen.getByRole('status')])
    expect(shown()).toBe('共 12 条')
  })
})
