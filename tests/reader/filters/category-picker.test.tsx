// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CategoryEntry } from '../../../src/archive/categories.ts'
import { CategoryPicker } from '../../../src/reader/filters/category-picker.tsx'
import { type Filter, NO_FILTER } from '../../../src/reader/library/filter.ts'
import { renderInArchive } from '../open-paper.tsx'
import { post, publishPosts } from '../published.ts'

/** 20 categories: slug `cat00` … `cat19`, the first with the most articles, and one with a name of its own. */
let files: Map<string, string | Uint8Array>
beforeAll(async () => {
  const posts = Array.from({ length: 20 }, (_, index) => {
    const slug = `cat${String(index).padStart(2, '0')}`
    return Object.assign(
      {},
      ...Array.from({ length: 20 - index }, (__, minute) =>
        post(`2022-01-07 09:${String(minute).padStart(2, '0')}`, `${slug}n${minute}`, {
          categories: slug,
          tags: `栏目${slug}新闻`,
        }),
      ),
    )
  })
  files = await publishPosts(
    Object.assign(
      post('2022-01-08 09:00', 'nanchang', { categories: 'nanchangribao', tags: '南昌日报新闻' }),
      ...posts,
    ),
  )
})

const show = async (start: Filter = NO_FILTER, chosen: readonly CategoryEntry[] = []) => {
  const now = { filter: start }
  const Host = () => {
    const [filter, setFilter] = useState(start)
    now.filter = filter
    return <CategoryPicker filter={filter} chosen={chosen} onChange={setFilter} />
  }
  return { ...(await renderInArchive(files, <Host />)), now }
}

const names = () => [...document.querySelectorAll('.category-name')].map((each) => each.textContent)
const field = () => screen.getByLabelText('查找分类：名称或拼音')
const directoryAsked = (asked: readonly string[]) => asked.some((path) => path.includes('/directory/'))

describe('the category picker, before anyone types', () => {
  it('shows the largest categories with their counts, and asks for nothing', async () => {
    const { asked } = await show()
    expect(screen.getAllByRole('checkbox')).toHaveLength(12)
    expect(screen.getByRole('checkbox', { name: /栏目cat00/ }).closest('label')?.textContent).toContain('20')
    expect(directoryAsked(asked)).toBe(false)
  })

  it('shows a chosen category that is not among the largest first', async () => {
    await show({ categories: ['nanchangribao'] }, [{ slug: 'nanchangribao', name: '南昌日报', count: 1 }])
    expect(names()[0]).toBe('南昌日报')
    expect(screen.getByRole('checkbox', { name: /南昌日报/ })).toHaveProperty('checked', true)
  })

  it('adds and takes off several, one by one', async () => {
    const { user, now } = await show()
    await user.click(screen.getByRole('checkbox', { name: /cat03/ }))
    await user.click(screen.getByRole('checkbox', { name: /cat01/ }))
    expect(now.filter.categories).toEqual(['cat03', 'cat01'])
    await user.click(screen.getByRole('checkbox', { name: /cat03/ }))
    expect(now.filter.categories).toEqual(['cat01'])
  })
})

describe('typing to find a category', () => {
  it('asks for the whole directory once, when the field takes the focus', async () => {
    const { user, asked } = await show()
    await user.click(field())
    expect(directoryAsked(asked)).toBe(true)
    const before = asked.length
    await user.type(field(), 'cat1')
    expect(asked).toHaveLength(before)
  })

  it.each([
    ['the Chinese name', '南昌'],
    ['the pinyin slug', 'nanchang'],
    ['capitals and blanks', 'Nan Chang'],
    ['full-width letters', 'ｎａｎ'],
  ])('finds it by %s', async (_, typed) => {
    const { user } = await show()
    await user.type(field(), typed)
    await waitFor(() => expect(names()).toEqual(['南昌日报']))
    expect(screen.getByRole('status').textContent).toBe('找到 1 个分类')
  })

  it('finds small categories that are not shown at first', async () => {
    const { user, now } = await show()
    await user.type(field(), 'cat19')
    await waitFor(() => expect(names()).toEqual(['栏目cat19']))
    await user.click(screen.getByRole('checkbox'))
    expect(now.filter.categories).toEqual(['cat19'])
  })

  it('says when there is no such category', async () => {
    const { user } = await show()
    await user.type(field(), 'xyz')
    await waitFor(() => expect(screen.getByText('没有这样的分类')).toBeDefined())
    expect(screen.getByRole('status').textContent).toBe('找到 0 个分类')
  })

  it('is emptied by Escape, which then does nothing else', async () => {
    const { user } = await show()
    let escaped = 0
    document.body.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') escaped++
    })
    await user.type(field(), 'nan')
    await user.keyboard('{Escape}')
    expect(field()).toHaveProperty('value', '')
    await waitFor(() => expect(names()).toHaveLength(12))
    expect(escaped).toBe(0)
  })
})

describe('the keyboard in the category picker', () => {
  it('goes from the field into the list and up and down in it', async () => {
    const { user, now } = await show()
    await user.click(field())
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp} ')
    expect(now.filter.categories).toEqual(['cat01'])
  })

  it('stays in the list at its ends', async () => {
    const { user } = await show()
    await user.click(field())
    await user.keyboard('{ArrowDown}{ArrowUp}')
    expect(document.activeElement).toBe(screen.getAllByRole('checkbox')[0])
  })
})
