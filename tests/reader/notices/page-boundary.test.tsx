// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { PageBoundary } from '../../../src/reader/notices/page-boundary.tsx'
import { renderInWords } from '../open-paper.tsx'

const Broken = (): never => {
  throw new Error('a bug of ours')
}
const page = (name: string, isBroken: boolean) => (
  <PageBoundary page={name}>{isBroken ? <Broken /> : <p>{name}</p>}</PageBoundary>
)

describe('the boundary round the pages', () => {
  // React reports what a boundary has caught; in these tests that is no stray line.
  beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined))

  it('lets a sound page through', () => {
    renderInWords(page('/a', false))
    expect(screen.getByText('/a')).toBeDefined()
  })

  it('shows in a broken page’s place what happened, with one button', () => {
    renderInWords(page('/a', true))
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('页面出错了')
    expect(screen.getAllByRole('button')).toHaveLength(1)
    expect(screen.getByRole('main')).toBeDefined()
  })

  it('opens again for another page, and only for another', () => {
    const { show } = renderInWords(page('/a', true))
    show(page('/a', false))
    expect(screen.queryByText('/a')).toBeNull()
    show(page('/b', false))
    expect(screen.getByText('/b')).toBeDefined()
  })

  it('closes again when the other page is broken too', () => {
    const { show } = renderInWords(page('/a', true))
    show(page('/b', true))
    expect(screen.getByRole('heading').textContent).toBe('页面出错了')
  })
})
