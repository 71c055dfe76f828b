// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Filter, NO_FILTER } from '../../../src/reader/library/filter.ts'
import { NotFound } from '../../../src/reader/notices/not-found.tsx'
import { NothingMatches } from '../../../src/reader/notices/nothing-matches.tsx'
import { renderInWords } from '../open-paper.tsx'

/** What an empty list makes of its filter when its button is pressed. */
const press = async (filter: Filter, button: string, isSearchable = true): Promise<Filter | undefined> => {
  let changed: Filter | undefined
  const { user } = renderInWords(
    <NothingMatches
      filter={filter}
      isSearchable={isSearchable}
      onFilter={(to) => {
        changed = to
      }}
    />,
  )
  await user.click(screen.getByRole('button', { name: button }))
  return changed
}

describe('an empty list', () => {
  it('under a filter offers to take the filters off', async () => {
    expect(await press({ categories: ['a'], from: '2022-01' }, '清除全部筛选')).toEqual(NO_FILTER)
    expect(screen.getByRole('heading').textContent).toBe('没有符合的新闻')
  })

  it('of an empty archive has no filter to offer', () => {
    renderInWords(<NothingMatches filter={NO_FILTER} isSearchable onFilter={() => undefined} />)
    expect(screen.getByRole('heading').textContent).toBe('还没有新闻')
    expect(screen.queryByRole('button', { name: '清除全部筛选' })).toBeNull()
  })

  it('of a search says what was searched for, and takes the words off', async () => {
    expect(await press({ categories: [], words: '热电联产', order: 'best' }, '清除搜索')).toEqual(NO_FILTER)
    expect(screen.getByRole('heading').textContent).toBe('没有搜到')
    expect(screen.getByText('搜索的是：热电联产')).toBeDefined()
  })

  it('of a search where there is no index says so', async () => {
    expect(await press({ categories: [], words: '热电联产' }, '查看全部新闻', false)).toEqual(NO_FILTER)
    expect(screen.getByRole('heading').textContent).toBe('这里不能搜索')
  })

  it.each([{ categories: ['a'] }, { categories: [], from: '2022-01' }, { categories: [], to: '2022-01' }])(
    'of a search under %o offers to search everywhere',
    async (narrow) => {
      const changed = await press({ ...narrow, words: '热电联产' }, '在全部新闻里搜索')
      expect(changed).toEqual({ categories: [], words: '热电联产' })
    },
  )
})

describe('an address without anything', () => {
  it.each([
    ['article', '没有这篇新闻', '看最新的新闻'],
    ['category', '没有这个分类', '看全部新闻'],
  ] as const)('of a kind “%s” says so as the page’s heading, and leads on', async (what, title, action) => {
    let isHome = false
    const { user } = renderInWords(
      <NotFound
        what={what}
        onHome={() => {
          isHome = true
        }}
      />,
    )
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(title)
    await user.click(screen.getByRole('button', { name: action }))
    expect(isHome).toBe(true)
  })
})
