// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import type { ComponentProps } from 'react'
import { describe, expect, it } from 'vitest'
import type { Site } from '../../../src/archive/root.ts'
import { TopBar } from '../../../src/reader/frame/top-bar.tsx'
import { renderInWords } from '../open-paper.tsx'

const site: Site = {
  title: '金融消息',
  description: '',
  lang: 'zh-CN',
  timezone: 'Asia/Shanghai',
  url: '',
  baseurl: '',
  author: '',
}

const bar = (props: Partial<ComponentProps<typeof TopBar>> = {}) => (
  <TopBar
    site={site}
    isHeading
    filtersInForce={0}
    isLoose={false}
    onOpenFilters={() => undefined}
    onOpenSearch={() => undefined}
    {...props}
  />
)

describe('the phone’s bar', () => {
  it('opens the filters', async () => {
    let count = 0
    const { user } = renderInWords(bar({ onOpenFilters: () => count++ }))
    const button = screen.getByRole('button', { name: '筛选' })
    expect(button.getAttribute('aria-haspopup')).toBe('dialog')
    await user.click(button)
    expect(count).toBe(1)
  })

  it('opens the search', async () => {
    let count = 0
    const { user } = renderInWords(bar({ onOpenSearch: () => count++ }))
    await user.click(screen.getByRole('button', { name: '搜索新闻' }))
    expect(count).toBe(1)
  })

  it('over an article has the search alone, and goes away with the page’s top', () => {
    const { container } = renderInWords(bar({ isLoose: true, onOpenFilters: undefined }))
    expect(screen.getAllByRole('button').map(({ ariaLabel }) => ariaLabel)).toEqual(['搜索新闻'])
    expect(container.querySelector('.top-bar-loose')).not.toBeNull()
  })

  it('says how many filters narrow the list', () => {
    renderInWords(bar({ filtersInForce: 3 }))
    expect(screen.getByRole('button', { name: /筛选\s*3/ })).toBeDefined()
  })

  it('keeps the site’s name in the site’s language under an English interface', () => {
    renderInWords(bar(), { language: 'en' })
    expect(screen.getByRole('link').lang).toBe('zh-CN')
    expect(screen.getByRole('button', { name: 'Filters' })).toBeDefined()
  })
})
