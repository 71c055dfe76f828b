// @vitest-environment jsdom
import { screen } from '@testing-library/react'
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

describe('the phone’s bar', () => {
  it('opens the filters', async () => {
    let count = 0
    const { user } = renderInWords(
      <TopBar site={site} isHeading filtersInForce={0} onOpenFilters={() => count++} />,
    )
    const button = screen.getByRole('button', { name: '筛选' })
    expect(button.getAttribute('aria-haspopup')).toBe('dialog')
    await user.click(button)
    expect(count).toBe(1)
  })

  it('says how many filters narrow the list', () => {
    renderInWords(<TopBar site={site} isHeading filtersInForce={3} onOpenFilters={() => undefined} />)
    expect(screen.getByRole('button', { name: /筛选\s*3/ })).toBeDefined()
  })

  it('keeps the site’s name in the site’s language under an English interface', () => {
    renderInWords(<TopBar site={site} isHeading filtersInForce={0} onOpenFilters={() => undefined} />, {
      language: 'en',
    })
    expect(screen.getByRole('link').lang).toBe('zh-CN')
    expect(screen.getByRole('button', { name: 'Filters' })).toBeDefined()
  })
})
