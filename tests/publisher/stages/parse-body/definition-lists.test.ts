import MarkdownIt from 'markdown-it'
import { expect, it } from 'vitest'
import { definitionLists } from '../../../../src/publisher/stages/parse-body/definition-lists.ts'

const md = new MarkdownIt('commonmark').use(definitionLists)
const flat = (text: string) => md.render(text).replaceAll('\n', '')

it.each([
  ['甲\n乙\n: 义', '<dl><dt>甲</dt><dt>乙</dt><dd>义</dd></dl>'],
  ['甲\n*乙*\n: 一\n  续\n: 二', '<dl><dt>甲</dt><dt><em>乙</em></dt><dd>一续</dd><dd>二</dd></dl>'],
  ['甲\n: 义', '<dl><dt>甲</dt><dd>义</dd></dl>'],
  ['甲\n乙\n:丙', '<p>甲乙:丙</p>'],
  ['甲\n乙\n：丙', '<p>甲乙：丙</p>'],
  ['- 甲\n  乙\n  : 义\n- 丙', '<ul><li><dl><dt>甲</dt><dt>乙</dt><dd>义</dd></dl></li><li>丙</li></ul>'],
])('%j is %j', (text, html) => {
  expect(flat(text)).toBe(html)
})
