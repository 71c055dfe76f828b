// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { ArchiveContext } from '../../../src/reader/asking/archive-context.ts'
import { openArchive } from '../../../src/reader/library/archive.ts'
import { provisionalRoot } from '../../../src/reader/library/provisional-root.ts'
import { PrintedTimeline } from '../../../src/reader/timeline/printed-timeline.tsx'
import { anArticleWith, CONFIG } from '../../publisher/site-folder.ts'
import { renderInWords } from '../open-paper.tsx'

const headline = (slug: string, day: string) =>
  anArticleWith({ permalink: `/${slug}.html`, title: slug, day, categories: [{ slug: 'm', name: '宏观' }] })

const show = (headlines: readonly ReturnType<typeof headline>[]) => {
  const open = { archive: openArchive('/'), root: provisionalRoot({ site: CONFIG.site }), isWhole: false }
  return renderInWords(
    <ArchiveContext value={open}>
      <PrintedTimeline headlines={headlines} linkState={{ entry: 'k' }} />
    </ArchiveContext>,
  )
}

it('has every headline under its day, as it would stand in the list', () => {
  const { container } = show([
    headline('c', '2022-01-05'),
    headline('b', '2022-01-04'),
    headline('a', '2022-01-04'),
  ])
  const rows = [...container.querySelectorAll('h2, .headline-title')].map(({ textContent }) => textContent)
  expect(rows).toEqual(['1月5日 星期三', 'c', '1月4日 星期二', 'b', 'a'])
  expect([...container.querySelectorAll('[data-row]')].map((row) => row.getAttribute('data-row'))).toEqual([
    '1',
    '3',
    '4',
  ])
  expect(container.querySelectorAll('.day-count')).toHaveLength(0)
})

it('leads to the articles', async () => {
  const { user, address } = show([headline('c', '2022-01-05')])
  await user.click(screen.getByRole('link', { name: 'c' }))
  expect(address.current).toBe('/c.html')
})

it('of no headlines is an empty list', () => {
  const { container } = show([])
  expect(container.querySelector('.list-end')?.textContent).toBe('')
})
