// @vitest-environment jsdom
import { cleanup, render, waitFor } from '@testing-library/react'
import { useRef } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

/** A page loaded at an address: the hook follows its passage once. */
const load = async (name: string, type = 'navigate') => {
  vi.resetModules()
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ name, type }] as unknown as PerformanceEntry[])
  const { usePassage } = await import('../../../src/reader/article/use-passage.ts')
  return ({ permalink }: { readonly permalink: string }) => {
    const story = useRef<HTMLElement>(null)
    usePassage(permalink, story)
    return (
      <article ref={story}>
        <p>甲：央行开展操作。</p>
      </article>
    )
  }
}

/** Where the passage would be: jsdom lays nothing out. */
const at = (top: number) => {
  Range.prototype.getBoundingClientRect = () => ({ top, bottom: top + 20 }) as DOMRect
}
const scrolled = vi.fn()

beforeEach(() => {
  history.replaceState(null, '', '/a.html?category=x')
  document.documentElement.lang = 'zh-CN'
  vi.stubGlobal('scrollBy', scrolled)
  vi.stubGlobal('innerHeight', 600)
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  scrolled.mockReset()
  Reflect.deleteProperty(Range.prototype, 'getBoundingClientRect')
})

/** Long enough for what should not happen to have happened. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 300))
const PASSAGE = `#:~:text=${encodeURIComponent('央行')}`

describe('the passage of the page’s address', () => {
  it('is brought into view, a third from the top', async () => {
    at(2000)
    const Page = await load(`http://localhost:3000/a.html${PASSAGE}`)
    render(<Page permalink="/a.html" />)
    await waitFor(() => expect(scrolled).toHaveBeenCalledExactlyOnceWith(0, 1800), { timeout: 10_000 })
  })

  it('stays where it is when it is in view', async () => {
    at(300)
    const Page = await load(`http://localhost:3000/a.html${PASSAGE}`)
    render(<Page permalink="/a.html" />)
    await aWhile()
    expect(scrolled).not.toHaveBeenCalled()
  })

  it.each([
    ['is another article’s', `http://localhost:3000/b.html${PASSAGE}`, 'navigate'],
    ['is none', 'http://localhost:3000/a.html#x', 'navigate'],
    ['is not there', 'http://localhost:3000/a.html#:~:text=x', 'navigate'],
    ['is not percent-encoding', 'http://localhost:3000/a.html#:~:text=%E4%B8', 'navigate'],
    ['was followed before the page was loaded again', `http://localhost:3000/a.html${PASSAGE}`, 'reload'],
  ])('that %s moves nothing', async (_, name, type) => {
    at(2000)
    const Page = await load(name, type)
    render(<Page permalink="/a.html" />)
    await aWhile()
    expect(scrolled).not.toHaveBeenCalled()
  })

  it('is followed once: who comes back to the article is left where it was', async () => {
    at(2000)
    const Page = await load(`http://localhost:3000/a.html${PASSAGE}`)
    const view = render(<Page permalink="/a.html" />)
    await waitFor(() => expect(scrolled).toHaveBeenCalledOnce(), { timeout: 10_000 })
    history.replaceState(null, '', '/b.html')
    view.rerender(<Page permalink="/b.html" />)
    history.replaceState(null, '', '/a.html')
    view.rerender(<Page permalink="/a.html" />)
    await aWhile()
    expect(scrolled).toHaveBeenCalledOnce()
  })
})
