import type { Nodes, Root } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import { type Schema, sanitize } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import { parseFragment } from 'parse5'

const words = (list: string): string[] => list.split(' ')

const ALIGN: [string, ...string[]] = ['align', 'left', 'center', 'right']

/** What `#fragment` leads to; the reader puts the prefix before the fragment. No name of a document begins so. */
const TARGET: [string, RegExp] = ['id', /^s-\S{1,500}$/]

/**
 * The allow-list. Whatever is not named here is not in any article: no style, `data-*`, event handler, comment,
 * form, frame, class but the words of highlighted code, id without the prefix, or address that is not http(s), mail, telephone or inside the site. An unknown element
 * gives way to its content; `strip` names those whose content is not text for people.
 */
const ALLOWED: Schema = {
  tagNames: words(
    'a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr',
  ),
  attributes: {
    a: ['href', 'title', TARGET],
    abbr: ['title'],
    bdo: ['dir'],
    col: ['span'],
    colgroup: ['span'],
    h2: [TARGET],
    h3: [TARGET],
    h4: [TARGET],
    h5: [TARGET],
    h6: [TARGET],
    img: ['src', 'alt', 'title', 'width', 'height', ['loading', 'lazy'], ['referrerPolicy', 'no-referrer']],
    li: [TARGET],
    ol: ['start', 'reversed'],
    span: [['className', /^hljs-[a-z_-]{1,40}$/]],
    sup: [TARGET],
    td: ['colSpan', 'rowSpan', ALIGN],
    th: ['colSpan', 'rowSpan', ALIGN, ['scope', 'row', 'col', 'rowgroup', 'colgroup']],
    time: ['dateTime'],
  },
  ancestors: {
    span: ['code'],
    tbody: ['table'],
    td: ['table'],
    tfoot: ['table'],
    th: ['table'],
    thead: ['table'],
    tr: ['table'],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['http', 'https'] },
  strip: words(
    'script style template noscript iframe object embed svg math title textarea select xmp plaintext noembed noframes',
  ),
  // The prefix is written where the tree is made; put on here, a second pass would put it on twice.
  clobber: [],
  clobberPrefix: '',
  allowComments: false,
  allowDoctypes: false,
}

/** Times a body is read back; real ones need none or one. */
const MOST_ROUNDS = 5

/**
 * Tree → HTML that holds nothing but the allow-list, and that a browser reads back as the very tree it was written
 * from. This is the last stage a body passes: nothing may touch the markup after it, since any change could undo it.
 */
export const sanitizeBody = (tree: Root): string => {
  let safe = sanitize(tree, ALLOWED)
  let html = htmlOf(safe)
  const longest = 2 * html.length + 1000
  for (let round = 0; round < MOST_ROUNDS && html.length < longest; round++) {
    // A carriage return, which only `&#13;` can make, is read back as a line feed.
    if (nestsAsHtml(safe, false) && !html.includes('\r')) return html
    safe = withoutEmptyParagraphs(sanitize(fromParse5(parseFragment(html)), ALLOWED))
    const readBack = htmlOf(safe)
    if (readBack === html) return html
    html = readBack
  }
  return htmlOf({ type: 'text', value: textOf(safe) })
}

/** A paragraph that holds a block is read back as two, with the block between them and often nothing in them. */
const withoutEmptyParagraphs = (tree: Nodes): Nodes => {
  if (!('children' in tree)) return tree
  const isEmpty = (node: Nodes): boolean =>
    node.type === 'element' && node.tagName === 'p' && node.children.length === 0
  tree.children = tree.children.filter((child) => !isEmpty(child)) as typeof tree.children
  for (const child of tree.children) withoutEmptyParagraphs(child)
  return tree
}

const htmlOf = (node: Nodes): string => toHtml(node, { closeSelfClosing: false })

const textOf = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join(' ') : ''

const PHRASING = new Set(
  words(
    'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q s samp small span strong sub sup time u var wbr',
  ),
)
const BLOCKS = new Set(
  words('blockquote details div dl figcaption figure h2 h3 h4 h5 h6 hr ol p pre summary table ul'),
)
const HOLDS_BLOCKS = new Set(words('blockquote dd details div figcaption figure li td th'))

/** Elements that hold these and nothing else. */
const HOLDS_ONLY: ReadonlyMap<string, readonly string[]> = new Map([
  ['colgroup', ['col']],
  ['dl', ['dt', 'dd']],
  ['ol', ['li']],
  ['table', ['caption', 'colgroup', 'tbody', 'tfoot', 'thead']],
  ['tbody', ['tr']],
  ['tfoot', ['tr']],
  ['thead', ['tr']],
  ['tr', ['td', 'th']],
  ['ul', ['li']],
])

/**
 * Whether the tree is nested in the plain way that a parser surely leaves alone. A paragraph within a paragraph or a
 * link within a link, which taking an element from between them makes, is not.
 */
const nestsAsHtml = (node: Nodes, isInLink: boolean): boolean => {
  if (!('children' in node)) return true
  const parent = node.type === 'element' ? node.tagName : ''
  const only = HOLDS_ONLY.get(parent)
  return node.children.every((child, index) => {
    if (child.type === 'text') {
      if (only) return /^[ \t\n\f]*$/.test(child.value)
      // A line feed right behind <pre> is not part of it.
      return !(parent === 'pre' && index === 0 && child.value.startsWith('\n'))
    }
    if (child.type !== 'element') return false
    const name = child.tagName
    const fits = only
      ? only.includes(name)
      : PHRASING.has(name) || (BLOCKS.has(name) && (parent === '' || HOLDS_BLOCKS.has(parent)))
    return fits && !(isInLink && name === 'a') && nestsAsHtml(child, isInLink || name === 'a')
  })
}
