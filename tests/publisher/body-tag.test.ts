import { expect, it } from 'vitest'
import { attributeIn, BODY_TAG, withoutAttributes } from '../../src/publisher/body-tag.ts'

const tagsOf = (html: string): string[] => [...html.matchAll(BODY_TAG)].map(([tag]) => tag)

it('are read one after another, and what stands in a value is none', () => {
  expect(tagsOf('<p>a &#x3C;b> c<br>d</p><ol reversed start="2"></ol>')).toEqual([
    '<p>',
    '<br>',
    '</p>',
    '<ol reversed start="2">',
    '</ol>',
  ])
  expect(tagsOf('<img alt="</p><b x=\'y\'>" src="/a>b">')).toEqual(['<img alt="</p><b x=\'y\'>" src="/a>b">'])
})

it('have attributes, whose values hold no attributes', () => {
  const attributes = ' title=" href=" reversed href="/a?b&#x26;c=&#x22;&amp;#x22;&#x3C;"'
  expect(attributeIn(attributes, 'href')).toBe('/a?b&c="&#x22;&#x3C;')
  expect(attributeIn(attributes, 'title')).toBe(' href=')
  expect(attributeIn(attributes, 'reversed')).toBe('')
  expect(attributeIn(attributes, 'src')).toBeUndefined()
  expect(withoutAttributes(attributes, ['href', 'reversed'])).toBe(' title=" href="')
})
