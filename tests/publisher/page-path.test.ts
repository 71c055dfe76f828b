import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressKey } from '../../src/archive/address-key.ts'
import { filePath, pagePath } from '../../src/publisher/page-path.ts'

describe('the file of an address', () => {
  it.each([
    ['/', 'index.html'],
    ['/a.html', 'a.html'],
    ['/a/', 'a/index.html'],
    ['/a', 'a.html'],
    ['/a.v2', 'a.v2.html'],
    ['/feed.xml', 'feed.xml.html'],
    ['/%E4%B8%AD.html', '中.html'],
    ['/a%2Fb.html', undefined],
    ['/100%25.html', '100%.html'],
    ['/%2e%2e/%2e%2e/a', undefined],
    ['/../a.html', undefined],
    ['/a%5Cb.html', undefined],
    ['/a%00.html', undefined],
    [`/${'%E5%AD%97'.repeat(90)}.html`, undefined],
  ])('%s is %s', (address, path) => {
    expect(pagePath(address)).toBe(path)
  })
})

it('of a plain address is found by the short way as by the long one', () => {
  const name = fc.stringMatching(/^[a-zA-Z0-9_.-]{1,8}$/)
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
      const address = `/${names.join('/')}.html`
      const path = addressKey(address).slice(1)
      expect(pagePath(address)).toBe(path.split('/').includes('..') ? undefined : path)
    }),
  )
})

it.each([
  ['/feed.xml', 'feed.xml'],
  ['/feed/%E4%B8%AD.xml', 'feed/中.xml'],
  ['/feed/100%25.xml', 'feed/100%.xml'],
  ['/feed/a%2Fb.xml', undefined],
  ['/../feed.xml', undefined],
  [`/feed/${'x'.repeat(256)}.xml`, undefined],
])('the file of what is no page: %s is in %s', (address, path) => {
  expect(filePath(address)).toBe(path)
})
