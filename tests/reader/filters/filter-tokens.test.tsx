// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { FilterTokens } from '../../../src/reader/filters/filter-tokens.tsx'
import { type Filter, NO_FILTER } from '../../../src/reader/library/filter.ts'
import type { ListingState } from '../../../src/reader/library/listing.ts'
import { renderInWords } from '../open-paper.tsx'

const chosen = [{ slug: 'zhengquanshibao', name: '证券时报', count: 2310 }]
const filter: Filter = { categories: ['zhengquanshibao', 'unheardof'], from: '2022-01', to: '2022-01' }

const STATE: ListingState = { headlines: [], dayCounts: new Map(), phase: 'resting' }

/** Tokens over a filter that really changes; `now` is what it has become. */
const show = (
  start: Filter,
  state: Partial<ListingState> = { total: { value: 12, exact: true } },
  language: 'zh' | 'en' = 'zh',
) => {
  const now = { filter: start }
  const Host = () => {
    const [current, setCurrent] = useState(start)
    now.filter = current
    return (
      <FilterTokens filter={current} chosen={chosen} state={{ ...STATE, ...state }} onChange={setCurrent} />
    )
  }
  return { ...renderInWords(<Host />, { language }), now }
}

const tokens = () => within(screen.getByRole('list', { name: '当前筛选' })).getAllByRole('button')

describe('the filters in force', () => {
  it('stand one by one, each with its name, or its slug where the archive knows no name', () => {
    show(filter)
    expect(tokens().map((token) => token.textContent)).toEqual(['证券时报', 'unheardof', '2022-01'])
  })

  it('are taken off one by one', async () => {
    const { user, now } = show(filter)
    await user.click(screen.getByRole('button', { name: '去掉筛选 证券时报' }))
    expect(now.filter).toEqual({ ...filter, categories: ['unheardof'] })
    await user.click(screen.getByRole('button', { name: '去掉筛选 2022-01' }))
    expect(now.filter).toEqual({ categories: ['unheardof'] })
  })

  it('are taken off all at once', async () => {
    const { user, now } = show(filter)
    await user.click(screen.getByRole('button', { name: '清除全部' }))
    expect(now.filter).toEqual(NO_FILTER)
    expect(screen.queryByRole('list')).toBeNull()
  })

  it('are taken off by keyboard, and the focus goes to the next one', async () => {
    const { user, now } = show(filter)
    await user.tab()
    expect(document.activeElement).toBe(tokens()[0])
    await user.keyboard('{Enter}')
    expect(now.filter.categories).toEqual(['unheardof'])
    expect(document.activeElement).toBe(tokens()[0])
    await user.keyboard(' ')
    await user.keyboard(' ')
    expect(now.filter).toEqual(NO_FILTER)
  })

  it('leave the focus where they were when none is left', async () => {
    const { user, container } = show({ categories: ['zhengquanshibao'] })
    await user.click(screen.getByRole('button', { name: '去掉筛选 证券时报' }))
    expect(container.querySelector('.tokens')).toBe(document.activeElement)
  })

  it('do not take the focus when the filter changes elsewhere', () => {
    const { show: rerender } = renderInWords(
      <FilterTokens filter={filter} chosen={chosen} state={STATE} onChange={() => undefined} />,
    )
    rerender(<FilterTokens filter={NO_FILTER} chosen={chosen} state={STATE} onChange={() => undefined} />)
    expect(document.activeElement).toBe(document.body)
  })
})

describe('a search', () => {
  const search: Filter = { ...filter, words: '热电联产', order: 'best' }

  it('stands first among the filters, and is taken off with its order', async () => {
    const { user, now } = show(search)
    expect(tokens().map((token) => token.textContent)).toEqual([
      '“热电联产”',
      '证券时报',
      'unheardof',
      '2022-01',
    ])
    await user.click(screen.getByRole('button', { name: '去掉筛选 “热电联产”' }))
    expect(now.filter).toEqual(filter)
    expect(screen.queryByRole('radio')).toBeNull()
  })

  it('stays when the dates and categories go', async () => {
    const { user, now } = show(search)
    await user.click(screen.getByRole('button', { name: '去掉筛选 2022-01' }))
    await user.click(screen.getByRole('button', { name: '去掉筛选 unheardof' }))
    expect(now.filter).toEqual({ categories: ['zhengquanshibao'], words: '热电联产', order: 'best' })
  })

  it('has an order to choose, which is no other search', async () => {
    const { user, now } = show(search)
    await user.click(screen.getByRole('radio', { name: '最新' }))
    expect(now.filter).toEqual({ ...filter, words: '热电联产' })
  })
})

describe('the count', () => {
  it('is announced, and exact where it is', () => {
    show(filter)
    expect(screen.getByRole('status').textContent).toBe('共 12 条')
  })

  it('says “at least” where it is not', () => {
    show(filter, { total: { value: 12, exact: false } })
    expect(screen.getByRole('status').textContent).toBe('至少 12 条')
  })

  it('is said in English', () => {
    show(filter, { total: { value: 1, exact: true } }, 'en')
    expect(screen.getByRole('status').textContent).toBe('1 story')
  })

  it('is announced without any filter too, but takes no room', () => {
    const { container } = show(NO_FILTER)
    expect(screen.getByRole('status').className).toBe('hidden')
    expect(container.querySelectorAll('button')).toHaveLength(0)
  })
})
