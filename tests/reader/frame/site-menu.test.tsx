// @vitest-environment jsdom

import { render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router-dom'
import { expect, it } from 'vitest'
import type { Root } from '../../../src/archive/root.ts'
import { SiteMenu } from '../../../src/reader/frame/site-menu.tsx'
import { WordsContext, wordsOf } from '../../../src/reader/words/words-context.ts'

const show = (menu: Root['menu'], feed?: string) =>
  render(
    <MemoryRouter>
      <WordsContext value={wordsOf('zh', '2026')}>
        <SiteMenu root={{ site: { lang: 'zh-CN', ...(feed && { feed }) }, menu } as Root} />
      </WordsContext>
    </MemoryRouter>,
  )

it('links the site’s own pages', () => {
  show([{ title: '关于', permalink: '/about.html' }])
  expect(screen.getByRole('navigation', { name: '站点页面' })).toBeTruthy()
  expect(screen.getByRole('link', { name: '关于' }).getAttribute('href')).toBe('/about.html')
})

it('links the feed of the site, which a page is to be left for', () => {
  show(undefined, '/news/atom.xml')
  const link = screen.getByRole('link', { name: '订阅' })
  expect([link.getAttribute('href'), link.getAttribute('type')]).toEqual([
    '/news/atom.xml',
    'application/atom+xml',
  ])
})

it('is not there where the site has neither', () => {
  expect(show(undefined).container.innerHTML).toBe('')
})
