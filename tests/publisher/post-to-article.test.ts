import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { fromParse5 } from 'hast-util-from-parse5'
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import { addressKey } from '../../src/archive/address-key.ts'
import { anArticle } from '../../src/archive/article.ts'
import { postToArticle } from '../../src/publisher/post-to-article.ts'
import { decodeFile } from '../../src/publisher/stages/decode-file.ts'
import { liquidFor } from '../../src/publisher/stages/render-liquid/liquid-engine.ts'
import { sanitizeBody } from '../../src/publisher/stages/sanitize-body.ts'
import { CONFIG, draftOf, notes, wrongs } from './site-folder.ts'

/**
 * One fear a file: NAME.md beside NAME.html is a body and what must come of it; beside NAME.json it is a whole post
 * and the fields its article must have, with what the report says as `problems`.
 */
const FEARS = new URL('../fixtures/posts/', import.meta.url)
const names = readdirSync(FEARS)
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.slice(0, -3))
const read = (name: string): string => decodeFile(readFileSync(new URL(name, FEARS)), notes().note)

describe('a post with', () => {
  it.each(names)('%s', (name) => {
    const text = read(`${name}.md`)
    if (existsSync(new URL(`${name}.html`, FEARS))) {
      const { article } = draftOf(`2022-01-04-${name}.md`, `---\ntitle: 标题\n---\n${text}`)
      expect(article.html).toBe(read(`${name}.html`).trimEnd())
    } else {
      const { article, problems } = draftOf(`2022-01-04-${name}.md`, text)
      expect({ ...article, problems: wrongs(problems) }).toMatchObject(JSON.parse(read(`${name}.json`)))
    }
  })

  it('each fear has one outcome beside it, and each outcome its fear', () => {
    const outcomes = readdirSync(FEARS).filter((name) => /\.(html|json)$/.test(name))
    expect(outcomes.map((name) => name.replace(/\.(html|json)$/, '')).sort()).toEqual([...names].sort())
  })
})

const HTML_NAMES =
  'a p div span font center table tr td th caption col tbody ul li dl dt dd b i em code nobr button marquee object iframe video svg math mi mtext mglyph annotation-xml foreignObject desc title style script noscript template select option textarea pre h1 h3 blockquote figure section form input img br hr ruby rt details summary body html head frameset plaintext xmp image x-foo'.split(
    ' ',
  )

/** Strings made of what parsers and scrapers trip over. */
const pieces = fc.oneof(
  fc.constantFrom(...HTML_NAMES.flatMap((name) => [`<${name}>`, `</${name}>`])),
  fc.constantFrom(
    ...[
      '<a href="//x">',
      '<a href=" java\nscript:alert(1)">',
      '<a href=JavaScript&colon;1>',
      '<iframe src="//x">',
    ],
    ...[
      '<img src=x onerror=1>',
      '<p style="text-align:center" onclick=1 data-x=1 id=x>',
      '<p hidden>',
      '<!--',
      '-->',
    ],
    ...[
      '<![CDATA[',
      ']]>',
      '&#13;',
      '&lt;',
      '&nbsp;',
      '\n',
      '\n\n',
      '    ',
      '中',
      '（文章来源：报）',
      '> ',
      '- ',
      '`',
      '*',
    ],
    ...[
      '[a](javascript:1)',
      '<javascript:alert(1)>',
      '|a|\n|-|\n',
      '"',
      "'",
      '=',
      '<svg><style><!--</style>',
      '<>',
    ],
    ...[
      '---\n',
      'title: "',
      'date: 9999-12-31 23:59:59 -2300\n',
      'categories: ["\\uD800"]\n',
      '*a ',
      '&a ',
      '{',
      '\t',
    ],
    ...[
      '[^1]',
      '\n\n[^1]: ',
      '\n: ',
      '\n## ',
      '\n{: #a .b}\n',
      '{:toc}\n',
      '{#x}',
      '~~',
      '\n```js\n',
      '- [ ] ',
      '{::comment}',
      '\n<div markdown="1">\n',
      '甲\n乙\n: ',
      '{:/}',
      '<!--more-->',
    ],
    ...[
      '{{ a | b }}',
      '{% raw %}',
      '{% endraw %}',
      '{% highlight js %}',
      '{% endhighlight %}',
      '{% post_url a %}',
      '<h2 id="location">',
      '<a name=body>',
      '<span class="hljs-keyword evil">',
      '<code>',
      'liquidtag0z',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
)
const anyText = fc.array(pieces, { maxLength: 16 }).map((parts) => parts.join(''))
const anyBody = fc.tuple(fc.constantFrom('', '<p>', '> '), anyText).map((parts) => parts.join(''))
const fairCount = { numRuns: 2000 }
const slow = { timeout: 60_000 }

type Element = DefaultTreeAdapterMap['element']

const PROGRAMS = /^(script|style|iframe|svg|math|form|template|base|meta|object)$/

const elementsIn = (html: string): Element[] => {
  const found: Element[] = []
  const walk = (nodes: readonly DefaultTreeAdapterMap['childNode'][]): void => {
    for (const node of nodes) {
      expect(node.nodeName).not.toBe('#comment')
      if (!('tagName' in node)) continue
      found.push(node)
      walk(node.childNodes)
    }
  }
  walk(parseFragment(html).childNodes)
  return found
}

describe('whatever stands in a post', slow, () => {
  it('its article keeps to the format', () => {
    const property = fc.property(anyText, anyText, (matter, body) => {
      const { article } = draftOf('2022-01-04-a.md', `---\n${matter}\n---\n${body}`)
      expect(() => anArticle(article, 'article')).not.toThrow()
      expect(article.excerpt).not.toContain('\n')
      expect(Array.from(article.excerpt).length).toBeLessThanOrEqual(120)
      expect(addressKey(article.permalink).split('/')).not.toContain('..')
    })
    fc.assert(property, fairCount)
  })

  it('no part of its body can run or dress itself', () => {
    const property = fc.property(anyBody, (body) => {
      const { html } = draftOf('2022-01-04-a.md', `---\ntitle: 标题\n---\n${body}`).article
      for (const { tagName, attrs } of elementsIn(html)) {
        expect(tagName).not.toMatch(PROGRAMS)
        for (const { name, value } of attrs) {
          expect(name).toMatch(/^(?!on|style|data-)/)
          if (name === 'id') expect(value).toMatch(/^s-\S/)
          if (name === 'class') expect(value).toMatch(/^(hljs-[a-z_-]+)?( hljs-[a-z_-]+)*$/)
          if (/^(href|src)$/.test(name)) expect(value).toMatch(/^(https?:|mailto:|tel:|[^:]*([/?#]|$))/i)
        }
      }
    })
    fc.assert(property, fairCount)
  })

  it('nor with its Liquid rendered', () => {
    const render = liquidFor(CONFIG.site, { 'a.html': '<script>1</script>{{ page.title }}' })
    const anyLiquid = fc.array(
      fc.constantFrom(
        ...[
          '{% include a.html %}',
          '{{ page.x | append: "<script>" }}',
          '{% if a %}',
          '{% endif %}',
          '{{ "',
          '%}',
        ],
        ...[
          '{% for a in (1..9) %}',
          '{% endfor %}',
          '<p title="{{ site.title }}">',
          '{% raw %}',
          '<',
          '\n',
          'onclick=',
        ],
      ),
      { maxLength: 12 },
    )
    const property = fc.property(anyLiquid, anyBody, (liquid, body) => {
      const file = {
        path: '_posts/2022-01-04-a.md',
        text: `---\ntitle: 标题\n---\n${liquid.join('')}${body}`,
      }
      const { html } = postToArticle(file, CONFIG, { renderLiquid: render }).article
      for (const { tagName } of elementsIn(html)) expect(tagName).not.toMatch(PROGRAMS)
      const tree = fromParse5(parseFragment(html))
      expect(tree.type === 'root' && sanitizeBody(tree)).toBe(html)
    })
    fc.assert(property, { numRuns: 500 })
  })

  it('its body is read back as it was written, and sanitizing it again changes nothing', () => {
    const property = fc.property(anyBody, (body) => {
      const { html } = draftOf('2022-01-04-a.md', `---\ntitle: 标题\n---\n${body}`).article
      const tree = fromParse5(parseFragment(html))
      expect(tree.type === 'root' && sanitizeBody(tree)).toBe(html)
    })
    fc.assert(property, fairCount)
  })
})

describe('a post', () => {
  it('is told of with the line of the file', () => {
    const { problems } = draftOf(
      '2022-01-04-a.md',
      '---\ntitle: a\n---\n<p>1</p>\n<p>2<script>1</script></p>\n',
    )
    expect(problems).toEqual([
      {
        kind: 'markup',
        file: '_posts/2022-01-04-a.md',
        line: 5,
        wrong: 'holds a <script>',
        done: 'left it out',
      },
    ])
  })

  it('says one thing once, however often it holds it', () => {
    const { problems } = draftOf(
      '2022-01-04-a.md',
      `---\ntitle: a\n---\n${'<p onclick=1>x</p>\n'.repeat(5000)}`,
    )
    expect(wrongs(problems)).toEqual(['holds a <p> with onclick=; took it off'])
  })

  it('of half a million blank lines, brackets or quotes takes no time to speak of', slow, () => {
    const started = performance.now()
    for (const body of [
      '\n'.repeat(5e5),
      `[返回a](b)  ${'[返回a](b)  '.repeat(60)}x`,
      '>'.repeat(5e5),
      '<'.repeat(5e4),
    ])
      draftOf('2022-01-04-a.md', `---\ntitle: a\n---\na${body}b`)
    draftOf('2022-01-04-a.md', `---\n${'\n'.repeat(5e5)}---\na`)
    expect(performance.now() - started).toBeLessThan(15_000)
  })

  it('takes its address from the front matter’s slug, then from its file name', () => {
    expect(draftOf('2022-01-04-a.md', '---\ntitle: x\nslug: My Own\n---\n').article.permalink).toBe(
      '/2022/01/04/My-Own.html',
    )
    expect(draftOf('2022-01-04-.md', '---\ntitle: x\n---\n').article.permalink).toBe('/2022/01/04/.html')
  })

  it('is a stub when it names neither title nor date itself', () => {
    const stubs = ['title: ""\ndate:  +0800', 'title: a', 'date: 2022-01-04'].map(
      (matter) => draftOf('2022-01-04-a.md', `---\n${matter}\n---\nb\n`).isStub,
    )
    expect(stubs).toEqual([true, false, false])
  })
})

describe('the excerpt', () => {
  const excerptOf = (text: string, excerptSeparator = '<!--more-->') =>
    draftOf('2022-01-04-a.md', text, { ...CONFIG, excerptSeparator }).article.excerpt

  it('ends at the site’s separator', () => {
    expect(excerptOf('---\ntitle: x\n---\n第一段。\n\n<!--more-->\n\n第二段。\n')).toBe('第一段。')
    expect(excerptOf('---\ntitle: x\n---\n第一段。\n\n第二段。\n')).toBe('第一段。 第二段。')
  })

  it('is what the front matter says, if it says so', () => {
    expect(excerptOf('---\ntitle: x\nexcerpt: 摘要\n---\n第一段。\n')).toBe('摘要')
  })
})
