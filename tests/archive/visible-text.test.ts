import * as fc from 'fast-check'
import type { Root } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import { visibleText } from '../../src/archive/visible-text.ts'
import { sanitizeBody } from '../../src/publisher/stages/sanitize-body.ts'

const INLINE = new Set(
  'a abbr b bdi bdo cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
)

/** The text as a parser finds it: what is not inline stands on lines of its own. */
const parsedText = (html: string): string => {
  const textOf = (node: DefaultTreeAdapterTypes.ChildNode): string => {
    if (node.nodeName === '#text')
      return (node as DefaultTreeAdapterTypes.TextNode).value.replace(/\s+/g, ' ')
    const { childNodes } = node as DefaultTreeAdapterTypes.Element
    const text = childNodes.map(textOf).join('')
    return INLINE.has(node.nodeName) ? text : `\n${text}\n`
  }
  return parseFragment(html)
    .childNodes.map(textOf)
    .join('')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')
}

const sanitized = (html: string): string => sanitizeBody(fromParse5(parseFragment(html)) as Root)

const NAMES =
  'p div blockquote ul ol li dl dt dd table tr td th caption pre code h2 h3 b i a span sup ruby rt details summary figure figcaption x-y'.split(
    ' ',
  )
const PIECES = [
  '贵州茅台',
  'A股 ',
  ' ',
  '\n',
  '\n\n',
  '\t',
  '　',
  '&nbsp;',
  '&lt;p&gt;',
  '&amp;lt;',
  '&amp;#60;',
  '&amp;constructor;',
  '&hellip;',
  '&#x1F600;',
  '𠮷',
  '1 < 2 > 1',
  '"',
  "'",
  '<br>',
  '<hr>',
  '<wbr>',
  '<!-- <p>无</p> -->',
  '<img src="a.png" alt="无 > <p>无</p>">',
  '<a href="/a" title=\'“无” "无" > 无\'>',
  '<script>无</script>',
]
/** Markup as people and machines write it: some of it is open at the end, or closed in the wrong place. */
const aBody = fc
  .array(
    fc.oneof(
      fc.constantFrom(...PIECES),
      fc.constantFrom(...NAMES).map((name) => `<${name}>`),
      fc.constantFrom(...NAMES).map((name) => `</${name}>`),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    ),
    { maxLength: 25 },
  )
  .map((parts) => sanitized(parts.join('')))

describe('the text of a body', () => {
  it.each([
    ['<p>一<b>二</b>三</p> <p>四</p>', '一二三\n四'],
    ['甲<br>乙<hr>丙', '甲\n乙\n丙'],
    ['<ul>\n<li>一 </li>\n<li> 二</li></ul>', '一\n二'],
    ['<table><tbody><tr><td>1</td><td>2</td></tr></tbody></table>', '1\n2'],
    ['A&#x26;B &#x3C;i> &#60;b> &lt;p>&quot;&apos;', 'A&B <i> <b> <p>"\''],
    ['&#x26;lt;', '&lt;'],
    ['&hellip;&#x110000;&#9999999;', '&hellip;&#x110000;&#9999999;'],
    ['<img src="a.png" alt="一 > 二">三', '三'],
    ['<a href="/a" title="一 > \'二">三</a>', '三'],
    ['<b>一</b> <i>二</i>', '一 二'],
    ['一\u00A0&nbsp; \u3000二', '一 二'],
    ['<p>Federal\nReserve</p>', 'Federal Reserve'],
    ['<code>a\n  b</code>', 'a b'],
    ['<h2 id="s-a">一</h2>二', '一\n二'],
    ['<p>\n一\n</p>', '一'],
    ['', ''],
  ])('%j is %j', (html, text) => {
    expect(visibleText(html)).toBe(text)
  })

  it('is what a parser finds in it', () => {
    fc.assert(
      fc.property(aBody, (html) => {
        expect(visibleText(html)).toBe(parsedText(html))
      }),
      { numRuns: 500 },
    )
  })

  it.each(['<p', '<p title="', '<', '</', '一<p title="二>三'])('is had of %j, which is cut off', (html) => {
    expect(visibleText(html)).toBe(html.startsWith('一') ? '一' : '')
  })
})
