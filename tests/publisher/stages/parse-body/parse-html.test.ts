import fc from 'fast-check'
import type { Nodes } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import { parseFragment } from 'parse5'
import { expect, it } from 'vitest'
import { parseHtml } from '../../../../src/publisher/stages/parse-body/parse-html.ts'

/** What the library makes of the same text, without what it says of the document as a whole. */
const byLibrary = (html: string): Nodes => {
  const { data: _, ...tree } = fromParse5(parseFragment(html)) as Nodes & { data?: unknown }
  return tree as Nodes
}

const PIECES = [
  '<p>',
  '</p>',
  '<a href="/x" title=甲>',
  '<a>',
  '</a>',
  '<img src=a.png alt="图" width=3 class="a b" data-n=1>',
  '<td style="text-align:left" colspan=2>',
  '<table>',
  '<template><p id=t>',
  '</template>',
  '<svg viewBox="0 0 1 1"><title>',
  '</svg>',
  '<!-- x -->',
  '<!doctype html>',
  '<input hidden name=constructor>',
  '<b __proto__=1 toString=2>',
  '&amp;&#65;',
  '中文 text\n',
  '\0\r',
]

it('makes of any text what the library makes of it', () => {
  // Without tags of their own: to the library `<a.b>` is an <a> with a class, which it is not.
  const words = fc.string().map((text) => text.replaceAll('<', ''))
  const text = fc.array(fc.oneof(fc.constantFrom(...PIECES), words), { maxLength: 20 })
  fc.assert(
    fc.property(text, (pieces) => {
      const html = pieces.join('')
      expect(parseHtml(html)).toEqual(byLibrary(html))
    }),
    { numRuns: 500 },
  )
})
