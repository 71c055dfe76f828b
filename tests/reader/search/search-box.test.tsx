// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import { createRef, useState } from 'react'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Filter, NO_FILTER } from '../../../src/reader/library/filter.ts'
import { SearchBox, type SearchBoxHandle } from '../../../src/reader/search/search-box.tsx'
import { renderInArchive } from '../open-paper.tsx'
import { post, publishPosts } from '../published.ts'

let files: Map<string, string | Uint8Array>
beforeAll(async () => {
  files = await publishPosts({
    ...post('2022-06-14 09:00', 'a', { categories: 'zhengquanshibao', tags: '证券时报新闻' }),
    ...post('2022-06-13 09:00', 'b', { categories: 'nanchangribao', tags: '南昌日报新闻' }),
  })
})
beforeEach(() => localStorage.clear())

const remember = (...words: readonly string[]) =>
  localStorage.setItem('kanbao.searches', JSON.stringify(words))

/** The box over a filter that really changes; `now` is what it has become. */
const show = async (start: Filter = NO_FILTER) => {
  const now = { filter: start, changes: 0, left: 0 }
  const box = createRef<SearchBoxHandle>()
  const Host = () => {
    const [filter, setFilter] = useState(start)
    now.filter = filter
    const onFilter = (changed: Filter) => {
      now.changes++
      setFilter(changed)
    }
    return (
      <>
        <button type="button">before</button>
        <SearchBox ref={box} filter={filter} onFilter={onFilter} onLeave={() => now.left++} />
        <button type="button">after</button>
      </>
    )
  }
  return { ...(await renderInArchive(files, <Host />)), now, box }
}

const field = () => screen.getByRole('combobox', { name: '搜索新闻' })
const list = () => screen.findByRole('listbox', { name: '搜索建议' })
const options = async () => within(await list()).getAllByRole('option')
const names = async () =>
  (await options()).map((option) => option.querySelector('.suggestion-name')?.textContent)
const isOpen = () => screen.queryByRole('listbox') !== null
const marked = () => document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent

describe('the search box', () => {
  it('searches for what is typed, and keeps the filters in force', async () => {
    const { user, now } = await show({ categories: ['zhengquanshibao'], from: '2022-06', to: '2022-06' })
    await user.type(field(), ' 热电联产 {Enter}')
    expect(now.filter).toEqual({
      categories: ['zhengquanshibao'],
      from: '2022-06',
      to: '2022-06',
      words: '热电联产',
    })
    expect(field()).toHaveProperty('value', '热电联产')
    expect(isOpen()).toBe(false)
  })

  it('shows the words of the address, and follows them', async () => {
    const { show: rerender } = await renderInArchive(
      files,
      <SearchBox filter={{ categories: [], words: '茅台' }} onFilter={() => undefined} />,
    )
    expect(field()).toHaveProperty('value', '茅台')
    rerender(<SearchBox filter={NO_FILTER} onFilter={() => undefined} />)
    expect(field()).toHaveProperty('value', '')
  })

  it('takes the words off when it is empty', async () => {
    const { user, now } = await show({ categories: ['a'], words: '茅台', order: 'best' })
    await user.click(screen.getByRole('button', { name: '清空搜索框' }))
    expect(document.activeElement).toBe(field())
    expect(now.changes).toBe(0)
    await user.keyboard('{Enter}')
    expect(now.filter).toEqual({ categories: ['a'] })
  })

  it('is a landmark, and asks for nothing until it is used', async () => {
    const { asked, user } = await show()
    expect(within(screen.getByRole('search')).getByRole('combobox')).toBe(field())
    expect(asked.some((path) => path.includes('/directory/'))).toBe(false)
    await user.type(field(), '证')
    await list()
    expect(asked.some((path) => path.includes('/directory/'))).toBe(true)
  })

  it('searches without suggestions where the categories cannot be read', async () => {
    const { user, failing, files: all, now } = await show()
    for (const path of all.keys()) if (path.includes('/directory/')) failing.set(path, 0)
    await user.type(field(), '证券')
    expect((await names())[0]).toBe('搜索“证券”')
    await user.keyboard('{Enter}')
    expect(now.filter.words).toBe('证券')
  })
})

describe('the suggestions', () => {
  it('say by keyboard which one is marked, and Enter chooses it', async () => {
    const { user, now } = await show({ categories: [], words: '茅台' })
    await user.clear(field())
    await user.type(field(), 'nanchang')
    expect(await names()).toEqual(['搜索“nanchang”', '南昌日报'])
    expect(field().getAttribute('aria-expanded')).toBe('true')
    expect(field().getAttribute('aria-controls')).toBe((await list()).id)
    expect(marked()).toBeUndefined()
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(marked()).toBe('南昌日报分类1')
    expect((await options()).map((option) => option.ariaSelected)).toEqual(['false', 'true'])
    await user.keyboard('{Enter}')
    expect(now.filter).toEqual({ categories: ['nanchangribao'], words: '茅台' })
    expect(field()).toHaveProperty('value', '茅台')
    expect(field().getAttribute('aria-expanded')).toBe('false')
  })

  it('are gone through to either end, and back to what was typed', async () => {
    const { user, now } = await show()
    await user.type(field(), 'nan')
    await list()
    await user.keyboard('{ArrowUp}')
    expect(marked()).toBe('南昌日报分类1')
    await user.keyboard('{Home}')
    expect(marked()).toContain('搜索“nan”')
    await user.keyboard('{End}')
    expect(marked()).toBe('南昌日报分类1')
    await user.keyboard('{ArrowDown}{Enter}')
    expect(now.filter).toEqual({ categories: [], words: 'nan' })
  })

  it('are chosen with the pointer', async () => {
    const { user, now } = await show()
    await user.type(field(), '证券')
    await user.click(await screen.findByRole('option', { name: /证券时报/ }))
    expect(now.filter).toEqual({ categories: ['zhengquanshibao'] })
    expect(isOpen()).toBe(false)
  })

  it('set the days', async () => {
    const { user, now } = await show({ categories: ['a'] })
    await user.type(field(), '6月14日')
    expect(await names()).toEqual(['搜索“6月14日”', '6月14日 星期二'])
    await user.click((await options())[1] ?? field())
    expect(now.filter).toEqual({ categories: ['a'], from: '2022-06-14', to: '2022-06-14' })
  })

  it('tell how many they are', async () => {
    const { user } = await show()
    await user.type(field(), '证券')
    await list()
    await waitFor(() =>
      expect(within(screen.getByRole('search')).getByRole('status').textContent).toBe('2 条建议'),
    )
  })

  it('go away with the focus', async () => {
    const { user } = await show()
    await user.type(field(), '证券')
    await list()
    await user.tab() // the button that empties the field
    expect(isOpen()).toBe(true)
    await user.tab()
    expect(isOpen()).toBe(false)
  })

  it('are not there while the keyboard merely passes by', async () => {
    remember('茅台')
    const { user } = await show()
    await user.tab()
    await user.tab()
    expect(document.activeElement).toBe(field())
    await user.tab()
    expect(document.activeElement).toBe(screen.getByText('after'))
    expect(isOpen()).toBe(false)
  })
})

describe('Escape', () => {
  it('closes the list first, then takes back what was typed and leaves', async () => {
    const { user, now } = await show({ categories: [], words: '茅台' })
    screen.getByText('before').focus()
    await user.tab()
    await user.keyboard('酒')
    await list()
    await user.keyboard('{Escape}')
    expect(isOpen()).toBe(false)
    expect(document.activeElement).toBe(field())
    await user.keyboard('{Escape}')
    expect(field()).toHaveProperty('value', '茅台')
    expect(document.activeElement).toBe(screen.getByText('before'))
    expect(now).toMatchObject({ changes: 0, left: 1 })
  })

  it('leaves at once where nothing was typed', async () => {
    remember('茅台')
    const { user, box, now } = await show()
    act(() => box.current?.open())
    await list()
    await user.keyboard('{Escape}')
    expect(isOpen()).toBe(false)
    expect(document.activeElement).toBe(document.body)
    expect(now.left).toBe(1)
  })
})

describe('earlier searches', () => {
  it('are kept when a search is made, not when a category is chosen', async () => {
    const { user } = await show()
    await user.type(field(), '热电联产{Enter}')
    await user.clear(field())
    await user.type(field(), '南昌')
    await user.click(await screen.findByRole('option', { name: /南昌日报/ }))
    expect(localStorage.getItem('kanbao.searches')).toBe('["热电联产"]')
  })

  it('are at hand when the box is opened, and searched for again', async () => {
    remember('茅台', '热电联产')
    const { now, user, box } = await show()
    act(() => box.current?.open())
    expect(await names()).toEqual(['茅台', '热电联产'])
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    expect(now.filter.words).toBe('热电联产')
    expect(localStorage.getItem('kanbao.searches')).toBe('["热电联产","茅台"]')
  })

  it('are offered instead of suggestions while the words of the address stand there', async () => {
    remember('热电联产')
    const { box } = await show({ categories: [], words: '证券' })
    act(() => box.current?.open())
    expect(await names()).toEqual(['热电联产'])
    expect(field()).toMatchObject({ value: '证券', selectionStart: 0, selectionEnd: 2 })
  })

  it('are erased one by one, and the field keeps the focus', async () => {
    remember('茅台', '热电联产')
    const { user } = await show()
    await user.click(field())
    await list()
    await user.click(screen.getByRole('button', { name: '删除搜索记录 茅台' }))
    expect(await names()).toEqual(['热电联产'])
    expect(document.activeElement).toBe(field())
    expect(localStorage.getItem('kanbao.searches')).toBe('["热电联产"]')
  })

  it('are erased all at once, by keyboard too', async () => {
    remember('茅台', '热电联产')
    const { user } = await show()
    await user.click(field())
    await list()
    await user.tab()
    await user.tab()
    await user.tab()
    expect(document.activeElement?.textContent).toBe('清除搜索记录')
    await user.keyboard('{Enter}')
    expect(isOpen()).toBe(false)
    expect(localStorage.getItem('kanbao.searches')).toBeNull()
  })
})
