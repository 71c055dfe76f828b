import fc from 'fast-check'
import { fromParse5 } from 'hast-util-from-parse5'
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import { firstImage } from '../../../src/publisher/first-image.ts'
import { dressBody } from '../../../src/publisher/stages/dress-body.ts'
import { sanitizeBody } from '../../../src/publisher/stages/sanitize-body.ts'

const HOME = 'https://news.example/base/'
const IMAGE = 'referrerpolicy="no-referrer" loading="lazy" decoding="async"'
const AWAY = 'target="_blank" rel="noopener noreferrer nofollow"'

describe('a picture', () => {
  it.each([
    ['<img src="/a.png">', `<img src="/a.png" ${IMAGE}>`],
    ['<p><img src="/a.png" alt=""><br></p>', `<p><img src="/a.png" alt="" ${IMAGE}><br></p>`],
    ['<img loading="lazy" src="/a.png">', `<img src="/a.png" ${IMAGE}>`],
    ['<img alt="&#x22;<img src=x>" src="/a">', `<img alt="&#x22;<img src=x>" src="/a" ${IMAGE}>`],
    ['<img alt=" loading=" src="/a">', `<img alt=" loading=" src="/a" ${IMAGE}>`],
  ])('%s waits, and tells nobody where it is', (html, dressed) => {
    expect(dressBody(html, HOME)).toBe(dressed)
  })
})

describe('a link', () => {
  it.each([
    'https://elsewhere.example/',
    'HTTPS://elsewhere.example/',
    '//elsewhere.example/a',
    '/\\elsewhere.example/',
    '\\\\elsewhere.example/',
    ' https://elsewhere.example/',
    '/\t/elsewhere.example/',
    'mailto:a@b.cn',
    'tel:110',
    'https://news.example/',
    'https://news.example/basement/',
    'https://news.example.evil/base/',
  ])('to %j opens beside the site', (href) => {
    expect(dressBody(`<a href="${href}">x</a>`, HOME)).toBe(`<a href="${href}" ${AWAY}>x</a>`)
  })

  it.each([
    '/base/2022/01/21/a.html',
    'a.html',
    '#fn:1',
    '?a=https://b.cn/',
    '/a//b',
    './a:b',
    'https://news.example/base',
    'https://news.example/base/a.html',
  ])('to %j stays in it', (href) => {
    expect(dressBody(`<a href="${href}">x</a>`, HOME)).toBe(`<a href="${href}">x</a>`)
  })

  it('is judged by its address, whatever its title says', () => {
    const link = '<a title=" href=" href="https://b.cn/">'
    expect(dressBody(link, HOME)).toBe(`${link.slice(0, -1)} ${AWAY}>`)
    expect(dressBody('<a id="s-a">x</a><abbr title="https://b.cn/">', HOME)).toBe(
      '<a id="s-a">x</a><abbr title="https://b.cn/">',
    )
  })

  it('to any host leaves a site that has told none', () => {
    expect(dressBody('<a href="https://news.example/base/">x</a>', '')).toContain(AWAY)
  })
})

/** Pieces of bodies: markup that is allowed, that is not, that is broken, and text that looks like it. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '<p>',
      '</p>',
      '<a href="/a.html">',
      '<a href="https://b.cn/?a=1&b=2" title="',
      '<a title=" href=" href="//c.cn">',
    ],
    ...[
      '</a>',
      '<img src="/a.png" alt="',
      "<img alt='\"<img ' src=x>",
      '<img loading=lazy src=y>',
      '">',
      "'>",
      '"',
      "'",
    ],
    ...[
      '&#x22;<img ',
      '&lt;img src="x">',
      '<ol reversed start=2><li>',
      '</ol>',
      '<td colspan="2">',
      '<table>',
      '</table>',
    ],
    ...[
      '<pre><code><span class="hljs-keyword">',
      '<',
      '>',
      '=',
      '/',
      ' onerror=x ',
      '<!--',
      '-->',
      '<script>',
      '\n',
      '\r',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
)
const bodies = fc
  .array(piece, { maxLength: 14 })
  .map((pieces) =>
    sanitizeBody(fromParse5(parseFragment(pieces.join(''))) as Parameters<typeof sanitizeBody>[0]),
  )

/** A tree in one text, each attribute on a line; without those of these names. */
const outline = (html: string, without: readonly string[] = []): string => {
  const lines = (node: DefaultTreeAdapterMap['node'], depth: string): string[] => [
    'tagName' in node
      ? `${depth}<${node.tagName}`
      : `${depth}${'value' in node ? JSON.stringify(node.value) : node.nodeName}`,
    ...('attrs' in node
      ? node.attrs
          .filter(({ name }) => !without.includes(name))
          .map(({ name, value }) => `${depth} ${name}=${JSON.stringify(value)}`)
      : []),
    ...('childNodes' in node ? node.childNodes.flatMap((each) => lines(each, `${depth}  `)) : []),
  ]
  return lines(parseFragment(html), '').join('\n')
}
const ADDED = ['referrerpolicy', 'loading', 'decoding', 'target', 'rel']

const elementsIn = (node: DefaultTreeAdapterMap['node']): DefaultTreeAdapterMap['element'][] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(elementsIn) : []),
]
const attributesOf = (element: DefaultTreeAdapterMap['element']): Record<string, string> =>
  Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]))

describe('whatever the body', () => {
  it('nothing of it changes but what is added, and no text becomes markup', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const errors: string[] = []
        const dressed = dressBody(body, HOME)
        parseFragment(dressed, { onParseError: ({ code }) => errors.push(code) })
        expect(outline(dressed, ADDED)).toBe(outline(body, ADDED))
        expect(errors).not.toContain('duplicate-attribute')
      }),
      { numRuns: 500 },
    )
  })

  it('each picture and each link that leaves is dressed, and the first picture is found', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const elements = elementsIn(parseFragment(dressBody(body, HOME)))
        const pictures = elements.filter(({ tagName }) => tagName === 'img').map(attributesOf)
        for (const picture of pictures)
          expect(picture).toMatchObject({ referrerpolicy: 'no-referrer', loading: 'lazy', decoding: 'async' })
        for (const { href, target } of elements.filter(({ tagName }) => tagName === 'a').map(attributesOf)) {
          const host = href === undefined ? 'news.example' : new URL(href, HOME).host
          expect(target).toBe(host === 'news.example' ? undefined : '_blank')
        }
        expect(firstImage(body)).toBe(pictures.map(({ src }) => src).find(Boolean))
      }),
      { numRuns: 500 },
    )
  })
})
