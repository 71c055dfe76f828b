import type { Element, Root, RootContent } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import { parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import { sanitizeBody } from '../../../src/publisher/stages/sanitize-body.ts'

const sanitized = (html: string): string => sanitizeBody(fromParse5(parseFragment(html)) as Root)

const element = (tagName: string, ...children: (Element | string)[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
})
const root = (...children: RootContent[]): Root => ({ type: 'root', children })

describe('the allow-list', () => {
  it.each([
    ['<p class=a id=b style="c" data-d=1 onclick=e>x</p>', '<p>x</p>'],
    ['<a href="https://a.cn" target=_blank rel=x title=t>x</a>', '<a href="https://a.cn" title="t">x</a>'],
    [
      '<a href="/a">1</a><a href="#b">2</a><a href="mailto:a@b.cn">3</a>',
      '<a href="/a">1</a><a href="#b">2</a><a href="mailto:a@b.cn">3</a>',
    ],
    [
      '<a href="javascript:1">1</a><a href="data:,">2</a><a href="&#2;javascript:1">3</a>',
      '<a>1</a><a>2</a><a>3</a>',
    ],
    ['<section><p>x</p></section><x-y>z</x-y>', '<p>x</p>z'],
    ['<!--c--><!doctype html>x<?php 1 ?>', 'x'],
    ['a<script>1</script><style>2</style><svg><desc>3</desc></svg><math><mi>4</mi></math>b', 'ab'],
    [
      '<table><tr><td colspan=2 bgcolor=red align=right>x</table>',
      '<table><tbody><tr><td colspan="2" align="right">x</td></tr></tbody></table>',
    ],
    ['<img src=a.png srcset=b width=3 onerror=1>', '<img src="a.png" width="3">'],
    ['&lt;script>1&lt;/script>', '&#x3C;script>1&#x3C;/script>'],
    ['<p title="x" lang=zh>“x”&nbsp;y', '<p>“x”\u00A0y</p>'],
  ])('makes of %j %j', (html, expected) => {
    expect(sanitized(html)).toBe(expected)
  })
})

describe('a tree that no HTML gives', () => {
  it.each([
    [
      'a paragraph in a paragraph',
      root(element('p', '甲', element('p', '乙'), '丙')),
      '<p>甲</p><p>乙</p>丙',
    ],
    [
      'a link in a link',
      root(element('a', '甲', element('b', element('a', '乙')))),
      '<a>甲<b></b></a><b><a>乙</a></b>',
    ],
    ['a heading in a heading', root(element('h2', element('h3', 'x'))), '<h2></h2><h3>x</h3>'],
    [
      'text in a table',
      root(element('table', '前', element('tr', element('td', 'x')))),
      '前<table><tbody><tr><td>x</td></tr></tbody></table>',
    ],
    ['a carriage return', root(element('p', 'a\rb')), '<p>a\nb</p>'],
    ['a line feed at the start of <pre>', root(element('pre', '\nx')), '<pre>x</pre>'],
    [
      'an item within an item',
      root(element('ul', element('li', 'a', element('li', 'b')))),
      '<ul><li>a</li><li>b</li></ul>',
    ],
  ])('such as %s is written as it will be read', (_, tree, expected) => {
    const html = sanitizeBody(tree)
    expect(html).toBe(expected)
    expect(sanitized(html)).toBe(html)
  })
})
