import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { describe, expect, it } from 'vitest'
import { asFigure, captionOf, settleImage } from '../../../../src/publisher/stages/clean-body/settle-image.ts'

const an = (
  tagName: string,
  properties: Element['properties'] = {},
  ...children: Element['children']
): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})
const settled = (properties: Element['properties']): string =>
  settleImage(an('img', properties), 3, 'zh-CN')
    .map((node) => toHtml(node))
    .join('')

describe('an image', () => {
  it.each([
    [{ src: 'a.png', width: '30', height: '20' }, 'width="30" height="20"'],
    [{ src: 'a_w800h555.jpg', width: '552' }, 'width="800" height="555"'],
    [{ src: 'a_w800h555_o.jpg' }, 'width="800" height="555"'],
    [{ src: 'a_w800h555.jpg', width: '3', height: '2' }, 'width="3" height="2"'],
    [{ src: 'a.png', alt: '生产线' }, 'alt="生产线"'],
    [{ src: 'a.png', alt: 'K图 002752_0' }, 'alt="图片 3"'],
    [{ src: 'a.png', title: '名' }, 'title="名"'],
    [{ src: 'a.png' }, 'loading="lazy" referrerpolicy="no-referrer"'],
  ])('with %j has %s', (properties, expected) => {
    expect(settled(properties)).toContain(expected)
  })

  it.each([
    { width: '0', height: '20' },
    { width: '100%', height: '20' },
    { height: '5' },
    { width: '1e9', height: '1' },
  ])('of the size %j has none', (size) => {
    expect(settled({ src: 'a.png', ...size })).not.toMatch(/width|height/)
  })

  it.each(['', '  ', 'data:image/png;base64,AAAA', ' java\nscript:1', 'file:///etc/passwd'])(
    'at %j is left out',
    (src) => {
      expect(settled({ src })).toBe('')
    },
  )

  it('links to its large version, if that is an address', () => {
    expect(settled({ src: 'a.png', orginial_src: 'https://a.cn/b.png' })).toMatch(
      /^<a href="https:\/\/a\.cn\/b\.png"><img /,
    )
    expect(settled({ src: 'a.png', orginial_src: 'javascript:1' })).toMatch(/^<img /)
  })
})

it('a centred picture is a figure, a centred list is a list, a centred text a paragraph', () => {
  const picture = an('img')
  const names = (...children: Element['children']) =>
    asFigure(an('center', {}, ...children)).map((node) =>
      node.type === 'element' ? node.tagName : node.type,
    )
  expect(names({ type: 'text', value: '\n' }, picture)).toEqual(['figure'])
  expect(names(an('a', {}, picture), picture)).toEqual(['figure'])
  expect(names(an('ul'))).toEqual(['ul'])
  expect(names({ type: 'text', value: 'x' })).toEqual(['p'])
})

it('a short centred line without a picture is a caption', () => {
  const line = (text: string, style = 'text-align:center;') =>
    captionOf(an('p', { style }, { type: 'text', value: text }))
  expect(line('图片来源：甲')?.tagName).toBe('figcaption')
  expect([line('长'.repeat(61)), line(''), line('甲', ''), captionOf({ type: 'text', value: 'a' })]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
