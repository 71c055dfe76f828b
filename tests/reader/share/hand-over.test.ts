// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest'
import { copyText, handToSystem } from '../../../src/reader/share/hand-over.ts'

/** What jsdom does not have: the system's share sheet, and a clipboard. */
const give = (name: 'share' | 'clipboard', value: unknown) =>
  Object.defineProperty(navigator, name, { value, configurable: true })

afterEach(() => {
  Reflect.deleteProperty(navigator, 'share')
  Reflect.deleteProperty(navigator, 'clipboard')
})

describe('the system’s share sheet', () => {
  it('is given what there is to share, and nothing more', async () => {
    const given: ShareData[] = []
    give('share', async (data: ShareData) => void given.push(data))
    expect(await handToSystem({ title: '题', url: 'https://a.cn/' })).toBe('shared')
    expect(given).toEqual([{ title: '题', url: 'https://a.cn/' }])
  })

  it.each([
    ['AbortError', 'cancelled'],
    ['NotAllowedError', 'refused'],
  ])('that ends in %s has %s', async (name, result) => {
    give('share', async () => {
      throw new DOMException('no', name)
    })
    expect(await handToSystem({ title: '题' })).toBe(result)
  })

  it('that is not there has refused', async () => {
    expect(await handToSystem({ title: '题' })).toBe('refused')
  })
})

describe('the clipboard', () => {
  it('takes the text', async () => {
    const taken: string[] = []
    give('clipboard', { writeText: async (text: string) => void taken.push(text) })
    expect(await copyText('题')).toBe(true)
    expect(taken).toEqual(['题'])
  })

  it('may be forbidden, or missing as on a page without https', async () => {
    give('clipboard', {
      writeText: async () => {
        throw new DOMException('no', 'NotAllowedError')
      },
    })
    expect(await copyText('题')).toBe(false)
    Reflect.deleteProperty(navigator, 'clipboard')
    expect(await copyText('题')).toBe(false)
  })
})
