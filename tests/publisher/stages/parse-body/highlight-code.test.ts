import { expect, it } from 'vitest'
import { highlightCode } from '../../../../src/publisher/stages/parse-body/highlight-code.ts'

it.each([
  ['let a', 'js', '<span class="hljs-keyword">let</span> a'],
  ['let <a>', '', 'let &lt;a&gt;'],
  ['let & a', 'nosuch', 'let &amp; a'],
  ['a: 1', 'yml', '<span class="hljs-attr">a:</span> <span class="hljs-number">1</span>'],
])('%j in “%s” is %j', (code, language, html) => {
  expect(highlightCode(code, language)).toBe(html)
})

it('leaves long code plain: grammars can be made to take minutes', () => {
  const started = performance.now()
  for (const language of ['perl', 'csharp', 'js', 'ruby']) {
    expect(highlightCode('a"""/'.repeat(10_000), language)).not.toContain('<span')
    highlightCode('a"""/'.repeat(2000), language)
  }
  expect(performance.now() - started).toBeLessThan(5000)
})
