import type { Element, ElementContent, Properties, Root, RootContent } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import { type DefaultTreeAdapterMap, defaultTreeAdapter, html, parseFragment } from 'parse5'

/** Deeper than this no article is nested; the stages behind recurse, and a stack must not overflow. */
const DEEPEST = 200

/** Elements that the parser may still make of the text at hand. */
let room = 0

/** The parser's own tree, but for that bound. It is made once: a parser that meets a new one each time is slower. */
const BOUNDED: typeof defaultTreeAdapter = {
  ...defaultTreeAdapter,
  createElement(...parts) {
    if (--room < 0) throw new RangeError('its elements multiply without end')
    return defaultTreeAdapter.createElement(...parts)
  },
}

/**
 * HTML → tree, by the parser of the HTML standard.
 * @throws RangeError when the markup is nested deeper than any article is, or multiplies.
 */
export const parseHtml = (text: string): Root => {
  // Unclosed formatting is opened anew in each paragraph, so that 100 kB can make a tree that no memory holds.
  room = 1000 + 4 * text.split('<').length
  const { childNodes } = parseFragment(text, { treeAdapter: BOUNDED })
  return { type: 'root', children: childrenOf(childNodes, 1) }
}

type ChildNode = DefaultTreeAdapterMap['childNode']
type Content = ElementContent & RootContent

const childrenOf = (nodes: readonly ChildNode[], depth: number): Content[] => {
  if (nodes.length > 0 && depth > DEEPEST + 1)
    throw new RangeError(`elements are nested more than ${DEEPEST} deep`)
  return nodes.map((node) => hastOf(node, depth))
}

/** What the library makes of a node. It looks into every attribute there could be, which most elements need not. */
const hastOf = (node: ChildNode, depth: number): Content => {
  if ('value' in node) return { type: 'text', value: node.value }
  if ('data' in node) return { type: 'comment', value: node.data }
  if (!('attrs' in node)) return fromParse5(node) as Content
  const children = childrenOf(node.childNodes, depth + 1)
  const { tagName, attrs, namespaceURI } = node
  if (namespaceURI !== html.NS.HTML || tagName === 'template' || !attrs.every(({ name }) => PLAIN.has(name)))
    return { ...(fromParse5({ ...node, childNodes: [] }) as Element), children }
  const properties: Properties = {}
  for (const { name, value } of attrs) properties[name] = value
  return { type: 'element', tagName, properties, children }
}

/** Attributes of HTML that are a text and are called alike in a tree. */
const PLAIN = new Set(['alt', 'href', 'id', 'name', 'src', 'style', 'target', 'title'])
