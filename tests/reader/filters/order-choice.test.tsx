// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { OrderChoice } from '../../../src/reader/filters/order-choice.tsx'
import type { Filter } from '../../../src/reader/library/filter.ts'
import { renderInWords } from '../open-paper.tsx'

const search: Filter = { categories: ['a'], words: '茅台' }
const choice = (filter: Filter, onChange: (filter: Filter) => void = () => undefined) => (
  <OrderChoice filter={filter} onChange={onChange} />
)
const chosen = () =>
  screen.getAllByRole('radio').flatMap((each) => ((each as HTMLInputElement).checked ? [each] : []))

describe('the order of a search', () => {
  it('is newest first unless the best matches are asked for', () => {
    const { show } = renderInWords(choice(search))
    expect(screen.getByRole('group', { name: '排序' })).toBeDefined()
    expect(chosen()).toEqual([screen.getByRole('radio', { name: '最新' })])
    show(choice({ ...search, order: 'best' }))
    expect(chosen()).toEqual([screen.getByRole('radio', { name: '最相关' })])
  })

  it('is chosen at once, and is part of the filter', async () => {
    const changes: Filter[] = []
    const { user } = renderInWords(choice(search, (filter) => changes.push(filter)))
    await user.click(screen.getByRole('radio', { name: '最相关' }))
    expect(chosen()).toEqual([screen.getByRole('radio', { name: '最相关' })])
    await user.click(screen.getByRole('radio', { name: '最新' }))
    expect(changes).toEqual([{ ...search, order: 'best' }, search])
  })
})
