// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest'
import { bareAddress } from '../../../src/reader/share/bare-address.ts'

afterEach(() => history.replaceState(null, '', '/'))

it.each([
  ['https://a.cn', '', 'https://a.cn/x/%E4%B8%AD.html'],
  ['https://a.cn', '/news', 'https://a.cn/news/x/%E4%B8%AD.html'],
  ['', '', 'http://localhost:3000/x/%E4%B8%AD.html'],
])('of a site at %j below %j is %s', (url, baseurl, address) => {
  history.replaceState(null, '', '/elsewhere?category=a#b')
  expect(bareAddress('/x/中.html', { url, baseurl })).toBe(address)
  expect(bareAddress('/x/%E4%B8%AD.html', { url, baseurl })).toBe(address)
})
