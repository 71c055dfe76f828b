// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router-dom'
import { describe, expect, it } from 'vitest'
import type { Root, Site } from '../../../src/archive/root.ts'
import { FeedLink } from '../../../src/reader/filters/feed-link.tsx'
import type { Filter } from '../../../src/reader/library/filter.ts'
import { WordsContext, wordsOf } from '../../../src/reader/words/words-context.ts'

const TOP = [{ slug: '证券', name: '证券时报', count: 9 }]

const show = (filter: Filter, feed: string | undefined = '/feed.xml', language: 'zh' | 'en' = 'zh') => {
  const site = { ...(feed && { feed }) } as Site
  const categories = { top: TOP } as unknown as Root['categories']
  return render(
    <MemoryRouter basename="/paper" initialEntries={['/paper/']}>
      <WordsContext value={wordsOf(language, '2026')}>
        <FeedLink filter={filter} root={{ site, categories }} />
      </WordsContext>
    </MemoryRouter>,
  ).container
}

describe('the link to a feed', () => {
  it('is there where one of the largest categories is listed', () => {
    show({ categories: ['证券'] })
    const link = screen.getByRole('link', { name: '订阅 证券时报' })
    expect(link.getAttribute('href')).toBe('/paper/feed/%E8%AF%81%E5%88%B8.xml')
    expect(link.textContent).toBe('订阅')
  })

  it('speaks the reader’s language', () => {
    show({ categories: ['证券'] }, '/feed.xml', 'en')
    expect(screen.getByRole('link', { name: 'Follow 证券时报' }).textContent).toBe('Follow')
  })

  it.each<[string, Filter, string?]>([
    ['everything is listed', { categories: [] }],
    ['a smaller category is', { categories: ['宏观'] }],
    ['several are', { categories: ['证券', '宏观'] }],
    ['a part of it is', { categories: ['证券'], from: '2022-01', to: '2022-01' }],
    ['a search goes on', { categories: ['证券'], words: '降准' }],
    ['there are no feeds', { categories: ['证券'] }, ''],
  ])('is not there when %s', (_, filter, feed) => {
    expect(show(filter, feed ?? '/feed.xml').innerHTML).toBe('')
  })
})
