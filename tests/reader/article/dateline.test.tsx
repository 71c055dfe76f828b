// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../../src/archive/article.ts'
import { UNDATED } from '../../../src/archive/day.ts'
import { Dateline } from '../../../src/reader/article/dateline.tsx'
import { renderInWords } from '../open-paper.tsx'

const article: Article = {
  permalink: '/nanchangribao/2022/04/10/a.html',
  day: '2022-04-10',
  time: '06:33',
  instant: '2022-04-10T06:33:00+08:00',
  title: '南昌激荡工业高质量发展春潮',
  excerpt: '',
  categories: [{ slug: 'nanchangribao', name: '南昌日报' }],
  source: { name: '南昌日报', link: 'https://example.com/x' },
  html: '',
}

describe('the dateline', () => {
  it('gives the site’s own day and time, with the instant for machines', () => {
    renderInWords(<Dateline article={article} />)
    const time = screen.getByText('2022-04-10 06:33')
    expect(time.getAttribute('datetime')).toBe('2022-04-10T06:33:00+08:00')
  })

  it('names source and category once where they are the same', () => {
    renderInWords(<Dateline article={article} />)
    const names = screen.getAllByText('南昌日报')
    expect(names).toHaveLength(1)
    expect(names[0]?.getAttribute('href')).toBe('/category/nanchangribao.html')
  })

  it('names both where they differ', () => {
    const other = { ...article, categories: [{ slug: 'emnews', name: '东财滚动' }] }
    renderInWords(<Dateline article={other} />)
    expect(screen.getByText('南昌日报').tagName).toBe('SPAN')
    expect(screen.getByRole('link', { name: '东财滚动' })).toBeDefined()
  })

  it('opens the source beside the page, without telling from where', () => {
    renderInWords(<Dateline article={article} />)
    const source = screen.getByRole('link', { name: '来源' })
    expect(source.getAttribute('target')).toBe('_blank')
    expect(source.getAttribute('rel')).toContain('noreferrer')
  })

  it('percent-encodes a category’s slug', () => {
    const odd = { ...article, categories: [{ slug: '21世纪/报', name: '报' }] }
    renderInWords(<Dateline article={odd} />)
    expect(screen.getByRole('link', { name: '报' }).getAttribute('href')).toBe(
      '/category/21%E4%B8%96%E7%BA%AA%2F%E6%8A%A5.html',
    )
  })

  it('does without what an article lacks', () => {
    const { source: _, ...bare } = { ...article, day: UNDATED, time: '', instant: '', categories: [] }
    const { container } = renderInWords(<Dateline article={bare} />)
    expect(container.textContent).toBe('日期不详')
    expect(container.querySelector('time')).toBeNull()
  })

  it('gives the day alone where the time is unknown', () => {
    renderInWords(<Dateline article={{ ...article, time: '', instant: '' }} />)
    expect(screen.getByText('2022-04-10').getAttribute('datetime')).toBe('2022-04-10')
  })
})
