import type { Root } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import MarkdownIt from 'markdown-it'
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parseFragment } from 'parse5'
import type { BodyParts } from '../post.ts'

/** Deeper than this no article is nested; the stages behind recurse, and a stack must not overflow. */
const DEEPEST = 200

/** CommonMark with GFM tables. `~` stays text: 1.2~1.5元 is a range, not a deletion. */
const markdown = new MarkdownIt('commonmark', { html: true }).enable('table')

/**
 * Body text → tree, by the parser of the HTML standard. A story that begins as HTML but has text of its own
 * between the elements is Markdown with an HTML start, and is read as that.
 * @throws RangeError when the markup is nested deeper than any article is, or multiplies.
 */
export const parseBody = ({ story, isHtml }: Pick<BodyParts, 'story' | 'isHtml'>): Root => {
  if (isHtml) {
    const fragment = parseHtml(story)
    if (!hasTextOfItsOwn(fragment)) return treeOf(fragment)
  }
  return treeOf(parseHtml(markdown.render(story)))
}

/** Unclosed formatting is opened anew in each paragraph, so that 100 kB can make a tree that no memory holds. */
const parseHtml = (html: string): Fragment => {
  let room = 1000 + 4 * html.split('<').length
  const createElement: typeof defaultTreeAdapter.createElement = (...parts) => {
    if (--room < 0) throw new RangeError('its elements multiply without end')
    return defaultTreeAdapter.createElement(...parts)
  }
  return parseFragment(html, { treeAdapter: { ...defaultTreeAdapter, createElement } })
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
