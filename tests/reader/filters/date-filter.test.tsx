// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DateFilter } from '../../../src/reader/filters/date-filter.tsx'
import { NO_FILTER } from '../../../src/reader/library/filter.ts'
import { renderInArchive } from '../open-paper.tsx'
import { postsOn, publishPosts } from '../published.ts'

let files: Map<string, string | Uint8Array>
beforeAll(async () => {
  files = await publishPosts(postsOn(['2022-01-21'], 2, ['hongguan']))
})

/** jsdom has no idle moments: this browser is idle at once. */
beforeEach(() => {
  Object.assign(window, {
    requestIdleCallback: (rest: () => void) => setTimeout(rest),
    cancelIdleCallback: clearTimeout,
  })
})

const settle = () => new Promise((resolve) => setTimeout(resolve, 300))
const filter = (more: { readonly isHeld?: boolean; readonly isUrgent?: boolean } = {}) => (
  <DateFilter filter={NO_FILTER} onChange={() => {}} {...more} />
)

describe('the calendar', () => {
  it('comes when the browser is idle', async () => {
    await renderInArchive(files, filter())
    expect(await screen.findByRole('grid')).toBeTruthy()
  })

  it('waits for what is waited for, and asks the archive for nothing meanwhile', async () => {
    const { asked, show } = await renderInArchive(files, filter({ isHeld: true }))
    await settle()
    expect(screen.queryByRole('grid')).toBeNull()
    expect(asked).toEqual(['archive/root.json'])
    show(filter())
    expect(await screen.findByRole('grid')).toBeTruthy()
  })

  it('stays when something is waited for again', async () => {
    const { show } = await renderInArchive(files, filter())
    await screen.findByRole('grid')
    show(filter({ isHeld: true }))
    await settle()
    expect(screen.getByRole('grid')).toBeTruthy()
  })

  it('comes at once to who has asked for it', async () => {
    await renderInArchive(files, filter({ isHeld: true, isUrgent: true }))
    expect(await screen.findByRole('grid')).toBeTruthy()
  })
})
