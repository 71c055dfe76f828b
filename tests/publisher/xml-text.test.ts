import fc from 'fast-check'
import { expect, it } from 'vitest'
import { permitted, xmlElement, xmlEmpty, xmlText } from '../../src/publisher/xml-text.ts'
import { readXmlText } from './sound-feeds.ts'

const anyText = fc.string({ unit: 'binary' })
const oddText = fc.array(
  fc.constantFrom(
    '\0',
    '\b',
    '\x1f',
    '\r',
    '\n',
    '\ud83d',
    '\udc00',
    '\uFFFE',
    '\uFFFF',
    ']]>',
    '&',
    '<a>',
    '"',
    '😀',
    'א',
    '中',
    '&amp;',
  ),
)

it('any text is read back as it was, but for what XML has no place for', () => {
  const check = (text: string): void => {
    expect(readXmlText(`<a>${xmlText(text)}</a>`)).toBe(permitted(text))
    expect(readXmlText(`<a>${xmlText(xmlEmpty('b', { c: text }))}</a>`)).toContain(' c="')
  }
  fc.assert(fc.property(anyText, check))
  fc.assert(fc.property(oddText, (parts) => check(parts.join(''))))
})

it.each([
  ['a\0b\x1b[31m', 'a\uFFFDb\uFFFD[31m'],
  ['\ud83d and \udc00', '\uFFFD and \uFFFD'],
  ['\uFFFE\uFFFF\uFFFD', '\uFFFD\uFFFD\uFFFD'],
  ['涨😀跌\t\n\u0085', '涨😀跌\t\n\u0085'],
])('what it has no place for is marked: %j', (text, expected) => {
  expect(permitted(text)).toBe(expected)
})

it('what ends an element, a section or an attribute stands as a reference', () => {
  expect(xmlText('a]]>b')).toBe('a]]&gt;b')
  expect(xmlElement('title', '<b>&"')).toBe('<title>&lt;b&gt;&amp;&quot;</title>')
  expect(xmlEmpty('link', { rel: 'via', type: undefined, href: 'https://a.example/?a&b="c"' })).toBe(
    '<link rel="via" href="https://a.example/?a&amp;b=&quot;c&quot;"/>',
  )
})

it('there is no element without a text', () => {
  expect(xmlElement('subtitle', '')).toBe('')
})
