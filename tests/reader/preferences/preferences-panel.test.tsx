// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { PreferencesPanel } from '../../../src/reader/preferences/preferences-panel.tsx'
import { PreferencesProvider } from '../../../src/reader/preferences/preferences-provider.tsx'
import { renderInWords } from '../open-paper.tsx'

const panel = (
  <PreferencesProvider>
    <PreferencesPanel />
  </PreferencesProvider>
)
const stored = () => JSON.parse(localStorage.getItem('kanbao.preferences') ?? '{}')
const page = document.documentElement

beforeEach(() => localStorage.clear())

describe('the preferences panel', () => {
  it('dresses the page at once and remembers', async () => {
    const { user } = renderInWords(panel)
    await user.selectOptions(screen.getByLabelText('外观'), '深色')
    expect(page.dataset.theme).toBe('dark')
    expect(stored()).toMatchObject({ theme: 'dark' })
    await user.selectOptions(screen.getByLabelText('字号'), '特大')
    expect(page.dataset.size).toBe('huge')
    await user.selectOptions(screen.getByLabelText('正文字体'), '宋体')
    expect(page.dataset.face).toBe('serif')
    expect(stored()).toEqual({ theme: 'dark', size: 'huge', face: 'serif' })
  })

  it('goes back to the system’s own theme', async () => {
    localStorage.setItem('kanbao.preferences', '{"theme":"sepia"}')
    const { user } = renderInWords(panel)
    expect(page.dataset.theme).toBe('sepia')
    await user.selectOptions(screen.getByLabelText('外观'), '跟随系统')
    expect(page.hasAttribute('data-theme')).toBe(false)
  })

  it('shows the language in use before the reader has chosen one', async () => {
    const { user } = renderInWords(panel, { language: 'en' })
    expect(screen.getByLabelText('Language')).toHaveProperty('value', 'en')
    expect(stored()).toEqual({})
    await user.selectOptions(screen.getByLabelText('Language'), '中文')
    expect(stored()).toMatchObject({ language: 'zh' })
  })

  it('keeps what another tab has chosen meanwhile', async () => {
    const { user } = renderInWords(panel)
    localStorage.setItem('kanbao.preferences', '{"size":"large"}')
    await user.selectOptions(screen.getByLabelText('外观'), '浅色')
    expect(stored()).toMatchObject({ size: 'large', theme: 'light' })
  })

  it('is a region with a heading, and each choice has a name', () => {
    renderInWords(panel)
    const region = screen.getByRole('region', { name: '设置' })
    const names = within(region)
      .getAllByRole('combobox')
      .map((box) => box.closest('.choice')?.querySelector('label')?.textContent)
    expect(names).toEqual(['外观', '字号', '正文字体', '语言'])
  })
})
