// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  DEFAULTS,
  dressPage,
  oneOf,
  readPreferences,
  THEMES,
  writePreferences,
} from '../../../src/reader/preferences/preferences.ts'

const KEY = 'kanbao.preferences'
beforeEach(() => {
  localStorage.clear()
  vi.restoreAllMocks()
})

describe('preferences', () => {
  it('are read as they were written', () => {
    const chosen = { theme: 'sepia', size: 'large', face: 'serif', language: 'en' } as const
    writePreferences(chosen)
    expect(readPreferences()).toEqual(chosen)
  })

  it('are the defaults at first, without a language: the site decides it', () => {
    expect(readPreferences()).toEqual(DEFAULTS)
    expect('language' in readPreferences()).toBe(false)
  })

  it.each([
    ['no JSON', '{theme'],
    ['null', 'null'],
    ['a number', '7'],
    ['a list', '["dark"]'],
    ['values of another time', '{"theme":"neon","size":42,"face":null,"language":"fr"}'],
    ['a prototype', '{"__proto__":{"theme":"dark"}}'],
  ])('are the defaults where the storage holds %s', (_, stored) => {
    localStorage.setItem(KEY, stored)
    expect(readPreferences()).toEqual(DEFAULTS)
  })

  it('keep what is sound beside what is not', () => {
    localStorage.setItem(KEY, '{"theme":"dark","size":"enormous"}')
    expect(readPreferences()).toEqual({ ...DEFAULTS, theme: 'dark' })
  })

  it('do without a storage that refuses', () => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse)
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse)
    expect(readPreferences()).toEqual(DEFAULTS)
    expect(() => writePreferences({ ...DEFAULTS, theme: 'dark' })).not.toThrow()
  })
})

describe('the dress of the page', () => {
  it('follows the system while no theme is chosen', () => {
    dressPage({ ...DEFAULTS, theme: 'dark' })
    expect(document.documentElement.dataset.theme).toBe('dark')
    dressPage(DEFAULTS)
    expect(document.documentElement.hasAttribute('data-theme')).toBe(false)
  })

  it('carries text size and typeface', () => {
    dressPage({ ...DEFAULTS, size: 'huge', face: 'serif' })
    expect(document.documentElement.dataset).toMatchObject({ size: 'huge', face: 'serif' })
  })
})

describe('oneOf', () => {
  it('takes only names of the list', () => {
    expect(oneOf(THEMES, 'dark')).toBe('dark')
    expect(oneOf(THEMES, 'toString')).toBeUndefined()
    expect(oneOf(THEMES, 0)).toBeUndefined()
  })
})
