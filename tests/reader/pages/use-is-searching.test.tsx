// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { useArchive } from '../../../src/reader/asking/archive-context.ts'
import type { Filter } from '../../../src/reader/library/filter.ts'
import { listingOf } from '../../../src/reader/library/listings.ts'
import { useIsSearching } from '../../../src/reader/pages/use-is-searching.ts'
import { renderInArchive } from '../open-paper.tsx'
import { postsOn, publishPosts } from '../published.ts'

let files: Map<string, string | Uint8Array>
beforeAll(async () => {
  files = await publishPosts(postsOn(['2022-01-21'], 3, ['hongguan']))
})

const show = async (words: string | undefined) => {
  const filter: Filter = { categories: [], ...(words && { words }) }
  let more = () => {}
  const Note = () => {
    more = listingOf(useArchive().archive, filter).more
    return <p role="note">{useIsSearching(filter) ? 'searching' : 'at rest'}</p>
  }
  const view = await renderInArchive(files, <Note />)
  return { ...view, more: () => act(() => more()) }
}
const note = () => screen.getByRole('note').textContent

describe('a search', () => {
  it.each([
    ['正文', 'that finds something'],
    ['没有这样的词', 'that finds nothing'],
  ])('for %s, %s, goes on until it has answered', async (words) => {
    const { more } = await show(words)
    expect(note()).toBe('searching')
    more()
    expect(note()).toBe('searching')
    await waitFor(() => expect(note()).toBe('at rest'))
  })

  it('that fails is over', async () => {
    const { more, failing } = await show('正文')
    for (const path of files.keys()) failing.set(path, 503)
    more()
    await waitFor(() => expect(note()).toBe('at rest'))
  })

  it('is none where no words are asked for', async () => {
    await show(undefined)
    expect(note()).toBe('at rest')
  })
})
