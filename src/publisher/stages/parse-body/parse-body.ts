import type { Nodes, Root } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parseFragment } from 'parse5'
import type { BodyParts } from '../../post.ts'
import { renderMarkdown } from './markdown.ts'
import { setLiquidAside } from './set-liquid-aside.ts'

/** Deeper than this no article is nested; the stages behind recurse, and a stack must not overflow. */
const DEEPEST = 200

/**
 * Body text → tree, by the parser of the HTML standard. A story that begins as HTML but has text of its own
 * between the elements is Markdown with an HTML start, and is read as that.
 * @throws RangeError when the markup is nested deeper than any article is, or multiplies.
 */
export const parseBody = ({ story, isHtml }: Pick<BodyParts, 'story' | 'isHtml'>, lang: string): Root => {
  if (isHtml) {
    const fragment = parseHtml(story)
    if (!hasTextOfItsOwn(fragment)) return treeOf(fragment)
  }
  const { text, restore } = setLiquidAside(story)
  const tree = treeOf(parseHtml(renderMarkdown(text, lang, restore)))
  finish(tree, restore)
  return tree
}

/** Elements that a link may lead to. */
const TARGETS = new Set(['a', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'sup'])

/**
 * Puts Liquid's tags back, and `s-` before ids: a document answers to its ids as names (`document.forms`), so none
 * may be of the writer's choosing alone. The reader puts it before a fragment likewise.
 */
const finish = (node: Nodes, restore: (text: string) => string): void => {
  if (node.type === 'text') node.value = restore(node.value)
  if (node.type === 'element') {
    const { properties, tagName } = node
    const id = properties.id ?? (tagName === 'a' && properties.name)
    if (id && TARGETS.has(tagName)) properties.id = `s-${id}`
    for (const name of ['href', 'src', 'alt', 'title']) {
      const value = properties[name]
      if (typeof value === 'string') properties[name] = restore(value)
    }
  }
  if ('children' in node) for (const child of node.children) finish(child, restore)
}

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

/** Unclosed formatting is opened anew in each paragraph, so that 100 kB can make a tree that no memory holds. */
const parseHtml = (html: string): Fragment => {
  room = 1000 + 4 * html.split('<').length
  return parseFragment(html, { treeAdapter: BOUNDED })
}

type Fragment = DefaultTreeAdapterMap['documentFragment']
type ChildNode = DefaultTreeAdapterMap['childNode']

const hasTextOfItsOwn = (fragment: Fragment): boolean =>
  fragment.childNodes.some((node) => 'value' in node && node.value.trim() !== '')

const treeOf = (fragment: Fragment): Root => {
  // Counted without recursion, since depth is the very thing in doubt.
  let level: ChildNode[] = fragment.childNodes
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) throw new RangeError(`elements are nested more than ${DEEPEST} deep`)
    level = level.flatMap((node) => ('childNodes' in node ? node.childNodes : []))
  }
  const tree = fromParse5(fragment)
  if (tree.type !== 'root') throw new TypeError('a fragment is a root')
  return tree
}
