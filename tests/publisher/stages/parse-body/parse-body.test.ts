import { toHtml } from 'hast-util-to-html'
import { expect, it } from 'vitest'
import { parseBody } from '../../../../src/publisher/stages/parse-body/parse-body.ts'

const html = (story: string, lang = 'zh-CN', isHtml = /^</.test(story)): string =>
  toHtml(parseBody({ story, isHtml }, lang))

it.each([
  ['<p>前*星*|文~1~', '<p>前*星*|文~1~</p>'],
  ['<p>一</p>\n\n    <p>四格</p>', '<p>一</p>\n\n    <p>四格</p>'],
  ['<p>段</p>\n\n然后 *Markdown*', '<p>段</p>\n<p>然后 <em>Markdown</em></p>\n'],
  ['1.2~1.5元，~~3~~', '<p>1.2~1.5元，<del>3</del></p>\n'],
  ['a\nb  \nc', '<p>a\nb<br>\nc</p>\n'],
  ['https://a.cn 不是链接', '<p>https://a.cn 不是链接</p>\n'],
  ['"直引号"', '<p>"直引号"</p>\n'],
])('%j is %j', (story, expected) => {
  expect(html(story)).toBe(expected)
})

it('knows tables as GitHub writes them', () => {
  expect(html('|a|b|\n|-|:-:|\n|1|2|')).toMatch(
    /^<table>\n<thead>[\s\S]*<th style="text-align:center">b[\s\S]*<td>1<\/td>/,
  )
})

it.each([
  ['nested deeper than any article', '<div>'.repeat(300), 'nested more than 200 deep'],
  [
    'opened anew in each paragraph',
    `<p>${Array.from({ length: 900 }, (_, n) => `<b a${n}>`).join('')}${'<p>x'.repeat(900)}`,
    'multiply',
  ],
])('refuses elements %s', (_, story, message) => {
  expect(() => parseBody({ story, isHtml: true }, 'zh-CN')).toThrow(RangeError)
  expect(() => parseBody({ story, isHtml: true }, 'zh-CN')).toThrow(message)
})
