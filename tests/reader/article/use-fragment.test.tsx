// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react'
import { MemoryRouter, useNavigate } from 'react-router-dom'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useFragment } from '../../../src/reader/article/use-fragment.ts'

let go: ReturnType<typeof useNavigate>
const Page = ({ permalink = '/a.html' }) => {
  useFragment(permalink)
  go = useNavigate()
  return (
    <div>
      <h2 id="s-中文">中文</h2>
      <ol>
        <li id="s-fn:1">注</li>
      </ol>
      <h2 id="other">别的</h2>
    </div>
  )
}

const open = (address: string) =>
  render(
    <MemoryRouter initialEntries={[address]}>
      <Page permalink={address.replace(/#.*/, '')} />
    </MemoryRouter>,
  )

const focused = () => document.activeElement?.id

afterEach(cleanup)

describe('the fragment of an address', () => {
  beforeEach(() => {
    vi.stubGlobal('scrollBy', vi.fn())
  })

  it('has its heading in view and focused', () => {
    open('/1.html#%E4%B8%AD%E6%96%87')
    expect(focused()).toBe('s-中文')
    expect(scrollBy).toHaveBeenCalledOnce()
  })

  it('is followed anew by each link, and not when the reader comes back', async () => {
    open('/2.html#fn:1')
    expect(focused()).toBe('s-fn:1')
    await act(() => go('#%E4%B8%AD%E6%96%87'))
    expect(focused()).toBe('s-中文')
    await act(() => go(-1))
    expect(focused()).toBe('s-中文')
    expect(scrollBy).toHaveBeenCalledTimes(2)
  })

  it.each(['/3.html', '/4.html#', '/5.html#other', '/6.html#nothing'])('%s leads nowhere', (address) => {
    open(address)
    expect(document.activeElement).toBe(document.body)
    expect(scrollBy).not.toHaveBeenCalled()
  })
})
