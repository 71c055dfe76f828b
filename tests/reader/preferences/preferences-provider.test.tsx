// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { PreferencesProvider, usePreferences } from '../../../src/reader/preferences/preferences-provider.tsx'

afterEach(cleanup)
beforeEach(() => localStorage.clear())

const seen: string[] = []
const Choice = () => {
  const { preferences, choose } = usePreferences()
  seen.push(preferences.theme)
  return (
    <button type="button" onClick={() => choose({ theme: 'sepia' })}>
      {preferences.theme}
    </button>
  )
}
const stored = () => JSON.parse(localStorage.getItem('kanbao.preferences') ?? '{}') as unknown

it('has the reader’s own choices from the start, and keeps what is chosen', async () => {
  localStorage.setItem('kanbao.preferences', '{"theme":"dark","size":"large"}')
  seen.length = 0
  render(
    <PreferencesProvider>
      <Choice />
    </PreferencesProvider>,
  )
  expect(new Set(seen)).toEqual(new Set(['dark']))
  await userEvent.click(screen.getByRole('button', { name: 'dark' }))
  expect(screen.getByRole('button', { name: 'sepia' })).toBeDefined()
  expect(document.documentElement.dataset.theme).toBe('sepia')
  expect(stored()).toMatchObject({ theme: 'sepia', size: 'large' })
})

it('renders a printed page as it was printed, for everybody, and lays the reader’s choices over it', () => {
  localStorage.setItem('kanbao.preferences', '{"theme":"dark","size":"large"}')
  const page = (
    <PreferencesProvider isPrinted>
      <Choice />
    </PreferencesProvider>
  )
  expect(renderToString(page)).toBe('<button type="button">system</button>')
  seen.length = 0
  render(page)
  expect(seen[0]).toBe('system')
  expect(screen.getByRole('button', { name: 'dark' })).toBeDefined()
  expect(document.documentElement.dataset.theme).toBe('dark')
  expect(document.documentElement.dataset.size).toBe('large')
  // To read a choice is not to make one.
  expect(stored()).toEqual({ theme: 'dark', size: 'large' })
})
