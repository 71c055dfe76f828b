import type { Root } from 'hast'
import { type Schema, sanitize } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'

const words = (list: string): string[] => list.split(' ')

const ALIGN: [string, ...string[]] = ['align', 'left', 'center', 'right']

/**
 * The allow-list. Whatever is not named here is not in any article: no style, class, id, `data-*`, event handler,
 * comment, form, frame, or address that is not http(s), mail, telephone or inside the site. An unknown element
 * gives way to its content; `strip` names those whose content is not text for people.
 */
const ALLOWED: Schema = {
  tagNames: words(
    'a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr',
  ),
  attributes: {
    a: ['href', 'title'],
    abbr: ['title'],
    bdo: ['dir'],
    col: ['span'],
    colgroup: ['span'],
    img: ['src', 'alt', 'title', 'width', 'height', ['loading', 'lazy'], ['referrerPolicy', 'no-referrer']],
    ol: ['start', 'reversed'],
    td: ['colSpan', 'rowSpan', ALIGN],
    th: ['colSpan', 'rowSpan', ALIGN, ['scope', 'row', 'col', 'rowgroup', 'colgroup']],
    time: ['dateTime'],
  },
  ancestors: {
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
  allowComments: false,
  allowDoctypes: false,
}

/**
 * Tree → HTML that holds nothing but the allow-list. This is the last stage a body passes: nothing may touch the
 * markup after it, since any change could undo it.
 */
export const sanitizeBody = (tree: Root): string =>
  toHtml(sanitize(tree, ALLOWED), { closeSelfClosing: false })
