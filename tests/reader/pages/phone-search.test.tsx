// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Filter, NO_FILTER } from '../../../src/reader/library/filter.ts'
import { PhoneSearch } from '../../../src/reader/pages/phone-search.tsx'
import { renderInArchive } from '../open-paper.tsx'
import { post, publishPosts } from '../published.ts'

let files: Map<string, string | Uint8Array>
beforeAll(async () => {
  files = await publishPosts(
    post('2022-06-14 09:00', 'a', { categories: 'nanchangribao', tags: '南昌日报新闻' }),
  )
  // jsdom has dialogs, but none that are modal.
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true
  }
  HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
    this.open = false
    this.dispatchEvent(new Event('close'))
  }
})
beforeEach(() => localStorage.clear())

/** The search as a page opens it; `events` tells what came of it, in order. */
const open = async () => {
  const events: (Filter | 'closed')[] = []
  const Host = () => {
    const [isOpen, setOpen] = useState(true)
    const onClose = () => {
      events.push('closed')
      setOpen(false)
    }
    return isOpen && <PhoneSearch filter={NO_FILTER} onFilter={(to) => events.push(to)} onClose={onClose} />
  }
  return { ...(await renderInArchive(files, <Host />)), events }
}

describe('the search on a phone', () => {
  it('has the screen to itself, and the cursor in its field', async () => {
    await open()
    expect(screen.getByRole('dialog', { name: '搜索新闻' })).toBeDefined()
    expect(document.activeElement).toBe(screen.getByRole('combobox'))
  })

  it('is closed before the list changes, which then can take the focus', async () => {
    const { user, events } = await open()
    await user.keyboard('热电联产{Enter}')
    expect(events).toEqual(['closed', { categories: [], words: '热电联产' }])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('is closed by what is chosen from the list', async () => {
    const { user, events } = await open()
    await user.keyboard('南昌')
    await user.click(await screen.findByRole('option', { name: /南昌日报/ }))
    expect(events).toEqual(['closed', { categories: ['nanchangribao'] }])
  })

  it.each([
    ['its button', () => screen.getByRole('button', { name: '关闭' }).click()],
    ['Escape', () => screen.getByRole('combobox').focus()],
  ])('is closed by %s, and nothing changes', async (name, act) => {
    const { user, events } = await open()
    act()
    if (name === 'Escape') await user.keyboard('{Escape}')
    await waitFor(() => expect(events).toEqual(['closed']))
  })
})
