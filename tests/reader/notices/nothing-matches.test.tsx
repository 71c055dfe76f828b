// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { NotFound } from '../../../src/reader/notices/not-found.tsx'
import { NothingMatches } from '../../../src/reader/notices/nothing-matches.tsx'
import { renderInWords } from '../open-paper.tsx'

describe('an empty list', () => {
  it('under a filter offers to take the filters off', async () => {
    let isCleared = false
    const { user } = renderInWords(
      <NothingMatches
        filtered
        onClear={() => {
          isCleared = true
        }}
      />,
    )
    expect(screen.getByRole('heading').textContent).toBe('没有符合的新闻')
    await user.click(screen.getByRole('button', { name: '清除全部筛选' }))
    expect(isCleared).toBe(true)
  })

  it('of an empty archive has no filter to offer', () => {
    renderInWords(<NothingMatches filtered={false} onClear={() => undefined} />)
    expect(screen.getByRole('heading').textContent).toBe('还没有新闻')
    expect(screen.queryByRole('button', { name: '清除全部筛选' })).toBeNull()
  })
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
