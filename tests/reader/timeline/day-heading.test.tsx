// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { UNDATED } from '../../../src/archive/day.ts'
import { DayHeading } from '../../../src/reader/timeline/day-heading.tsx'
import { renderInWords } from '../open-paper.tsx'

describe('the heading of a day', () => {
  it('gives the day to people and to machines, and its count', () => {
    const { container } = renderInWords(<DayHeading day="2022-04-10" count={1204} />)
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('4月10日 星期日')
    expect(container.querySelector('time')?.dateTime).toBe('2022-04-10')
    expect(screen.getByText('1,204 条')).toBeDefined()
  })

  it('says no count while it is not known', () => {
    const { container } = renderInWords(<DayHeading day="2022-04-10" count={undefined} />)
    expect(container.textContent).toBe('4月10日 星期日')
  })

  it('has no date for machines where there is none', () => {
    const { container } = renderInWords(<DayHeading day={UNDATED} count={1} />)
    expect(container.querySelector('time')).toBeNull()
    expect(container.textContent).toBe('日期不详1 条')
  })

  it('pinned, is no second heading', () => {
    renderInWords(<DayHeading day="2022-04-10" count={2} pinned />)
    expect(screen.queryByRole('heading')).toBeNull()
  })
})
