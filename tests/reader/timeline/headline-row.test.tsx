// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { useLocation } from 'react-router-dom'
import { describe, expect, it } from 'vitest'
import type { ListedHeadline } from '../../../src/reader/library/listing.ts'
import { HeadlineRow } from '../../../src/reader/timeline/headline-row.tsx'
import { renderInWords } from '../open-paper.tsx'

const headline: ListedHeadline = {
  permalink: '/zhengquanshibao/2022/01/21/a.html',
  day: '2022-01-21',
  time: '18:05',
  title: '昇兴股份：2021年净利同比预增1117%-1233%',
  excerpt: '昇兴股份(002752)1月21日晚间公告。',
  categories: [
    { slug: 'zhengquanshibao', name: '证券时报' },
    { slug: 'emnews', name: '东财滚动' },
  ],
}
const state = { filter: '?category=zhengquanshibao', entry: 'list', steps: 1 }
const row = (change: Partial<ListedHeadline> = {}, isOpen = false, showsDay = false) => (
  <HeadlineRow
    headline={{ ...headline, ...change }}
    row={3}
    state={state}
    isOpen={isOpen}
    showsDay={showsDay}
    lang="zh-CN"
  />
)

describe('a headline', () => {
  it('has one link, to the bare permalink', () => {
    renderInWords(row())
    const link = screen.getByRole('link')
    expect(link.getAttribute('href')).toBe(headline.permalink)
    expect(link.textContent).toBe(headline.title)
  })

  it('takes the filter along beside the address', async () => {
    const seen: unknown[] = []
    const Seen = () => {
      seen.push(useLocation().state)
      return null
    }
    const { user, address } = renderInWords(
      <>
        {row()}
        <Seen />
      </>,
    )
    await user.click(screen.getByRole('link'))
    expect(address.current).toBe(headline.permalink)
    expect(seen.at(-1)).toEqual(state)
  })

  it('gives time, excerpt and all categories, in the news’ own language', () => {
    renderInWords(row())
    expect(screen.getByText('18:05').getAttribute('datetime')).toBe('2022-01-21T18:05')
    expect(screen.getByText(headline.excerpt)).toBeDefined()
    expect(screen.getByText('证券时报 · 东财滚动')).toBeDefined()
    expect(screen.getByRole('article').lang).toBe('zh-CN')
  })

  it('has the words marked that were searched for', () => {
    renderInWords(row({ marks: { title: [[0, 4]], excerpt: [[13, 17]] } }))
    const marked = [...document.querySelectorAll('mark')].map((each) => each.textContent)
    expect(marked).toEqual(['昇兴股份', headline.excerpt.slice(13, 17)])
    expect(screen.getByRole('link').textContent).toBe(headline.title)
  })

  it('tells its day where no heading does', () => {
    const { show } = renderInWords(row({}, false, true))
    expect(document.querySelector('time')?.textContent).toBe('2022-01-21 18:05')
    show(row({ time: '' }, false, true))
    expect(document.querySelector('time')?.dateTime).toBe('2022-01-21')
    show(row({ time: '', day: '0000-00-00' }, false, true))
    expect(document.querySelector('time')).toBeNull()
  })

  it('leaves out what it does not have', () => {
    renderInWords(row({ time: '', excerpt: '', categories: [] }))
    expect(screen.getByRole('article').children).toHaveLength(1)
  })

  it('says that it is the one open beside the list', () => {
    const { show } = renderInWords(row())
    expect(screen.getByRole('link').hasAttribute('aria-current')).toBe(false)
    show(row({}, true))
    expect(screen.getByRole('link').getAttribute('aria-current')).toBe('page')
  })

  it('shows markup in a title as text', () => {
    renderInWords(row({ title: '<img src=x onerror=alert(1)> & "他说"' }))
    expect(screen.getByRole('link').textContent).toBe('<img src=x onerror=alert(1)> & "他说"')
    expect(document.querySelector('img')).toBeNull()
  })
})
