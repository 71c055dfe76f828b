import { describe, expect, it } from 'vitest'
import { shareLinks } from '../../../src/reader/share/share-targets.ts'

const ADDRESS = 'https://a.cn/%E4%B8%AD/a.html?'
const TITLE = '降准 & “降息”+100% #1'
const hrefs = (share?: readonly string[]) => shareLinks(share ? { share } : {}, ADDRESS, TITLE)

describe('links to where an article can be shared', () => {
  it('are all of them unless the site says which', () => {
    expect(hrefs().map(({ target }) => target)).toEqual(['weibo', 'x', 'telegram', 'mail'])
  })

  it.each([
    [
      ['mail', 'x'],
      ['mail', 'x'],
    ],
    [[], []],
    [['pigeon', 'weibo', 'constructor'], ['weibo']],
  ])('are those of the site, as far as they are known: %j', (share, targets) => {
    expect(hrefs(share).map(({ target }) => target)).toEqual(targets)
  })

  it.each([
    ['weibo', 'https://service.weibo.com/share/share.php', { url: ADDRESS, title: TITLE }],
    ['x', 'https://x.com/intent/post', { url: ADDRESS, text: TITLE }],
    ['telegram', 'https://t.me/share/url', { url: ADDRESS, text: TITLE }],
  ])('hand title and address to %s whole', (target, place, values) => {
    const url = new URL(hrefs([target])[0]?.href ?? '')
    expect(url.origin + url.pathname).toBe(place)
    expect(Object.fromEntries(url.searchParams)).toEqual(values)
  })

  it('begin a mail with the title as its subject, blanks and all', () => {
    const [, query = ''] = hrefs(['mail'])[0]?.href.split('mailto:?') ?? []
    expect(query).not.toContain('+')
    expect(query.split('&').map((part) => decodeURIComponent(part))).toEqual([
      `subject=${TITLE}`,
      `body=${TITLE}\r\n${ADDRESS}`,
    ])
  })
})
