import type { Element, Root } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import { parseFragment } from 'parse5'
import { expect, it } from 'vitest'
import { isBlank, textOf } from '../../../../src/publisher/stages/clean-body/read-text.ts'

const parsed = (html: string): Root => fromParse5(parseFragment(html)) as Root

it.each([
  ['<p>C<span><a>PPI</a></span>B</p>', 'CPPIB'],
  ['<p>a</p> <p>b<br>c</p>', 'a\nb\nc'],
  ['<table><tr><td>a</td><td>b</td></tr></table>', 'a\nb'],
  ['<p>a \n\t&nbsp; b</p>', 'a\nb'],
  ['<p>a&nbsp;　b</p>', 'a b'],
  ['', ''],
])('%j reads %j', (html, text) => {
  expect(textOf(parsed(html))).toBe(text)
})

it.each([
  ['<p> &nbsp;\u200B　</p>', true],
  ['<p><b><br></b><!-- c --></p>', true],
  ['<p><img></p>', false],
  ['<div><hr></div>', false],
  ['<p>a</p>', false],
])('%j is blank: %s', (html, expected) => {
  expect(isBlank(parsed(html).children[0] as Element)).toBe(expected)
})
