// @vitest-environment jsdom
import { configure, screen, waitFor } from '@testing-library/react'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PrintedPage } from '../../../src/archive/printed-page.ts'
import type { Root } from '../../../src/archive/root.ts'
import { ROOT_PATH } from '../../../src/archive/shard-path.ts'
import { ArchiveContext } from '../../../src/reader/asking/archive-context.ts'
import { provisionalRoot } from '../../../src/reader/library/provisional-root.ts'
import { ListColumn } from '../../../src/reader/pages/list-column.tsx'
import { renderInWords } from '../open-paper.tsx'
import { postsOn, publishPosts, serveFiles } from '../published.ts'

configure({ asyncUtilTimeout: 10_000 })

let files: Map<string, string | Uint8Array>
let root: Root
beforeAll(async () => {
  files = await publishPosts(postsOn(['2022-01-21', '2022-01-22'], 30, ['macro']))
  root = JSON.parse(String(files.get(ROOT_PATH))) as Root
  // jsdom lays nothing out, and knows nothing that scrolls.
  window.scrollTo = () => {}
  Object.defineProperty(document, 'scrollingElement', { value: document.documentElement })
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
})
beforeEach(() => sessionStorage.clear())

/** The titles of the headlines in the page; a windowed list has few of them, or none, where nothing is laid out. */
const titles = () => [...document.querySelectorAll('.headline-title')].map(({ textContent }) => textContent)
const isWindowed = () => document.querySelector('.day-pin') !== null

/** Whether the archive answers is up to the test: it waits until it is let go. */
const open = (page: PrintedPage | undefined, categories: readonly string[] = []) => {
  const served = serveFiles(new Map(files))
  const answer = globalThis.fetch
  let letGo = () => {}
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  globalThis.fetch = async (...asked) => {
    await gate
    return answer(...asked)
  }
  const reopen = vi.fn()
  const archive = {
    archive: served.archive,
    root: page ? provisionalRoot(page) : root,
    isWhole: page === undefined,
    printed: page && { ...page, body: '' },
    reopen,
  }
  const view = renderInWords(
    <ArchiveContext value={archive}>
      <ListColumn
        destination={{ list: { filter: { categories }, entry: 'k' } }}
        chosen={[]}
        heading={undefined}
        timeline={null}
        onFilter={() => {}}
      />
    </ArchiveContext>,
  )
  return { ...view, ...served, letGo, reopen }
}

describe('a list that was printed', () => {
  it('stands until as many headlines have been read', async () => {
    const { letGo } = open({ site: root.site, list: { headlines: root.newest } })
    expect(titles()).toEqual(root.newest.map(({ title }) => title))
    expect(document.querySelectorAll('h2')).toHaveLength(1)
    expect(isWindowed()).toBe(false)
    letGo()
    await waitFor(() => expect(isWindowed()).toBe(true))
    expect((await screen.findAllByText('30 条')).length).toBeGreaterThan(0)
  })

  it('stands while a root that is newer names fewer, until what follows has been read', async () => {
    const short = { ...root, newest: root.newest.slice(0, 3) }
    const { files: served, letGo } = open({ site: root.site, list: { headlines: root.newest } })
    served.set(ROOT_PATH, JSON.stringify(short))
    const seen: number[] = []
    const watcher = new MutationObserver(() => seen.push(isWindowed() ? -1 : titles().length))
    watcher.observe(document.body, { childList: true, subtree: true })
    letGo()
    await waitFor(() => expect(isWindowed()).toBe(true))
    watcher.disconnect()
    expect(seen.filter((count) => count !== -1 && count !== root.newest.length)).toEqual([])
  })

  it('gives way where the archive has fewer than were printed, since articles may have gone', async () => {
    const gone = { ...root.newest[0], permalink: '/gone.html' } as (typeof root.newest)[0]
    const headlines = Array.from({ length: 20 }, (_, n) => ({ ...gone, permalink: `/gone-${n}.html` }))
    const { letGo } = open({ site: root.site, list: { headlines } }, ['none'])
    expect(titles()).toHaveLength(20)
    letGo()
    await screen.findByRole('heading', { name: '没有符合的新闻' })
    expect(titles()).toEqual([])
  })

  it('stays without a network, says so below, and reads on when there is one', async () => {
    const { failing, letGo, reopen, user } = open({ site: root.site, list: { headlines: root.newest } })
    failing.set(ROOT_PATH, 0)
    letGo()
    await screen.findByRole('heading', { name: '连不上网络' })
    expect(titles()).toHaveLength(root.newest.length)
    failing.clear()
    await user.click(screen.getByRole('button', { name: '再试一次' }))
    expect(reopen).toHaveBeenCalledOnce()
    await waitFor(() => expect(isWindowed()).toBe(true))
    expect(screen.queryByRole('heading', { name: '连不上网络' })).toBeNull()
  })
})

it('a list that was not printed is read from the archive', async () => {
  const { letGo } = open(undefined)
  expect(isWindowed()).toBe(true)
  expect(titles()).toEqual([])
  letGo()
  expect((await screen.findAllByText('30 条')).length).toBeGreaterThan(0)
})
