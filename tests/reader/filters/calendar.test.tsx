// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { beforeAll, describe, expect, it } from 'vitest'
import { Calendar } from '../../../src/reader/filters/calendar.tsx'
import { type Filter, NO_FILTER } from '../../../src/reader/library/filter.ts'
import { renderInArchive } from '../open-paper.tsx'
import { post, postsOn, publishPosts } from '../published.ts'

let files: Map<string, string | Uint8Array>
beforeAll(async () => {
  files = await publishPosts({
    ...postsOn(['2021-12-08'], 2, ['hongguan']),
    ...postsOn(['2022-01-07'], 1, ['hongguan']),
    ...postsOn(['2022-01-21'], 5, ['zhengquan']),
    ...postsOn(['2022-01-24'], 10, ['zhengquan']),
    ...post('2022-01-25 09:00', 'single', { categories: 'hongguan' }),
  })
})

const show = async (start: Filter = NO_FILTER, language: 'zh' | 'en' = 'zh') => {
  const now = { filter: start }
  const Host = () => {
    const [filter, setFilter] = useState(start)
    now.filter = filter
    return <Calendar filter={filter} onChange={setFilter} />
  }
  const view = await renderInArchive(files, <Host />, { language })
  const grid = await screen.findByRole('grid')
  // The counts have arrived when the days without articles are closed.
  await waitFor(() => expect(grid.querySelector('button:disabled')).not.toBeNull())
  return { ...view, now }
}

const day = (name: string | RegExp) => screen.getByRole('button', { name })
const open = () =>
  [...document.querySelectorAll('.calendar-day:not(:disabled)')].map((each) => each.textContent)

describe('the calendar', () => {
  it('opens at the newest month; only days with articles can be pressed', async () => {
    await show()
    expect(screen.getByLabelText('月份')).toHaveProperty('value', '2022-01')
    expect(open()).toEqual(['7', '21', '24', '25'])
  })

  it('tells each day’s count in its name and its heat', async () => {
    await show()
    expect(day('1月24日 星期一，10 条').dataset).toMatchObject({ heat: '5', count: '10' })
    expect(day('1月21日 星期五，5 条').dataset.heat).toBe('3')
    expect(day('1月7日 星期五，1 条').dataset.heat).toBe('1')
    const none = day('1月8日 星期六，没有新闻')
    expect(none.dataset).toMatchObject({ heat: '0' })
    expect(none).toHaveProperty('disabled', true)
  })

  it('counts within the chosen categories', async () => {
    await show({ categories: ['hongguan'] })
    expect(open()).toEqual(['7', '25'])
  })

  it('speaks English, with weeks that begin on Monday', async () => {
    await show(NO_FILTER, 'en')
    expect(day('Monday, January 24, 10 stories')).toBeDefined()
    expect(document.querySelector('th')?.getAttribute('aria-label')).toBe('Monday')
  })
})

describe('a press in the calendar', () => {
  it('chooses a day, and a second one takes it off', async () => {
    const { user, now } = await show()
    await user.click(day(/1月21日/))
    expect(now.filter).toEqual({ categories: [], from: '2022-01-21', to: '2022-01-21' })
    expect(
      day(/1月21日/)
        .closest('td')
        ?.getAttribute('aria-selected'),
    ).toBe('true')
    await user.click(day(/1月21日/))
    expect(now.filter).toEqual(NO_FILTER)
  })

  it('with Shift extends the choice to a range', async () => {
    const { user, now } = await show()
    await user.click(day(/1月24日/))
    await user.keyboard('{Shift>}')
    await user.click(day(/1月7日/))
    await user.keyboard('{/Shift}')
    expect(now.filter).toMatchObject({ from: '2022-01-07', to: '2022-01-24' })
    expect(document.querySelectorAll('td[aria-selected]')).toHaveLength(18)
  })

  it('makes a range of two presses where the reader has asked for one', async () => {
    const { user, now } = await show()
    await user.click(screen.getByRole('button', { name: '区间', pressed: false }))
    await user.click(day(/1月7日/))
    await user.click(day(/1月21日/))
    expect(now.filter).toMatchObject({ from: '2022-01-07', to: '2022-01-21' })
    await user.click(day(/1月25日/))
    expect(now.filter).toMatchObject({ from: '2022-01-25', to: '2022-01-25' })
  })

  it('on “whole month” chooses the month, and again takes it off', async () => {
    const { user, now } = await show()
    await user.click(screen.getByRole('button', { name: '整月' }))
    expect(now.filter).toMatchObject({ from: '2022-01', to: '2022-01' })
    await user.click(screen.getByRole('button', { name: '整月', pressed: true }))
    expect(now.filter).toEqual(NO_FILTER)
  })

  it('on the earlier day goes back day by day, into another month', async () => {
    const { user, now } = await show({ categories: ['hongguan'], from: '2022-01-25', to: '2022-01-25' })
    await user.click(screen.getByRole('button', { name: '前一天' }))
    await waitFor(() => expect(now.filter.from).toBe('2022-01-07'))
    await user.click(screen.getByRole('button', { name: '前一天' }))
    await waitFor(() => expect(now.filter.from).toBe('2021-12-08'))
    await waitFor(() => expect(screen.getByLabelText('月份')).toHaveProperty('value', '2021-12'))
    await user.click(screen.getByRole('button', { name: '后一天' }))
    await waitFor(() => expect(now.filter).toMatchObject({ from: '2022-01-07', to: '2022-01-07' }))
  })

  it('cannot step later from no day at all', async () => {
    await show()
    expect(screen.getByRole('button', { name: '后一天' })).toHaveProperty('disabled', true)
  })
})

describe('leafing through the months', () => {
  it('passes from month to month with articles, and ends at both ends', async () => {
    const { user } = await show()
    expect(screen.getByRole('button', { name: '下一个月' })).toHaveProperty('disabled', true)
    await user.click(screen.getByRole('button', { name: '上一个月' }))
    await waitFor(() => expect(open()).toEqual(['8']))
    expect(screen.getByLabelText('年份')).toHaveProperty('value', '2021')
    await waitFor(() =>
      expect(screen.getByRole('button', { name: '上一个月' })).toHaveProperty('disabled', true),
    )
  })

  it('jumps to a year, and offers its months only', async () => {
    const { user } = await show()
    const years = await screen.findByLabelText('年份')
    await waitFor(() => expect(within(years).getAllByRole('option')).toHaveLength(2))
    await user.selectOptions(years, '2021年')
    await waitFor(() => expect(screen.getByLabelText('月份')).toHaveProperty('value', '2021-12'))
    await waitFor(() =>
      expect(
        within(screen.getByLabelText('月份'))
          .getAllByRole('option')
          .map((option) => option.textContent),
      ).toEqual(['12月']),
    )
  })
})

describe('the keyboard in the calendar', () => {
  it('has one stop in the grid, moves by arrows over closed days, and chooses with Enter', async () => {
    const { user, now } = await show()
    expect(document.querySelectorAll('.calendar-day[tabindex="0"]')).toHaveLength(1)
    day(/1月25日/).focus()
    await user.keyboard('{ArrowLeft}')
    expect(document.activeElement).toBe(day(/1月24日/))
    await user.keyboard('{ArrowLeft}')
    expect(document.activeElement).toBe(day(/1月21日/))
    await user.keyboard('{Enter}')
    expect(now.filter).toMatchObject({ from: '2022-01-21', to: '2022-01-21' })
  })
})
