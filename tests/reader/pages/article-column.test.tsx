// @vitest-environment jsdom
import { waitFor } from '@testing-library/react'
import { beforeAll, expect, it } from 'vitest'
import { ArticleColumn } from '../../../src/reader/pages/article-column.tsx'
import { renderInArchive } from '../open-paper.tsx'
import { publishPosts } from '../published.ts'

// jsdom lays nothing out.
beforeAll(() => {
  Element.prototype.scrollTo = () => {}
  window.scrollTo = () => {}
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
})

const openAt = async (permalink: string) => {
  const files = await publishPosts({
    '2022-01-21-a.md': '---\ntitle: 搬了家\nredirect_from: /was/here/\n---\n正文\n',
    '2022-01-21-中.md': '---\ntitle: 没有搬\n---\n正文\n',
  })
  const moves: string[] = []
  const nothing = () => {}
  const view = await renderInArchive(
    files,
    <ArticleColumn
      destination={{ list: { filter: { categories: [] }, entry: 'k' }, permalink }}
      permalink={permalink}
      width="desk"
      go={nothing}
      onMoved={(to) => moves.push(to)}
      onBack={nothing}
      onHome={nothing}
      onTextSize={nothing}
    />,
  )
  return { ...view, moves }
}

it('tells the article’s own address when it was asked for at another', async () => {
  const { moves, findByRole } = await openAt('/was/here/')
  expect((await findByRole('heading', { level: 1 })).textContent).toBe('搬了家')
  await waitFor(() => expect(moves).toEqual(['/2022/01/21/a.html']))
})

it.each(['/2022/01/21/中.html', '/2022/01/21/%e4%b8%ad.html'])(
  '%s is the address itself',
  async (permalink) => {
    const { moves, findByRole } = await openAt(permalink)
    expect((await findByRole('heading', { level: 1 })).textContent).toBe('没有搬')
    expect(moves).toEqual([])
  },
)
