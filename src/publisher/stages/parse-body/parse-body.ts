import type { Nodes, Root } from 'hast'
import type { BodyParts } from '../../post.ts'
import { renderMarkdown } from './markdown.ts'
import { parseHtml } from './parse-html.ts'
import { setLiquidAside } from './set-liquid-aside.ts'

/**
 * Body text → tree, by the parser of the HTML standard. A story that begins as HTML but has text of its own
 * between the elements is Markdown with an HTML start, and is read as that.
 * @throws RangeError when the markup is nested deeper than any article is, or multiplies.
 */
export const parseBody = ({ story, isHtml }: Pick<BodyParts, 'story' | 'isHtml'>, lang: string): Root => {
  if (isHtml) {
    const tree = parseHtml(story)
    if (!hasTextOfItsOwn(tree)) return tree
  }
  const { text, restore } = setLiquidAside(story)
  const tree = parseHtml(renderMarkdown(text, lang, restore))
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

const hasTextOfItsOwn = ({ children }: Root): boolean =>
  children.some((node) => node.type === 'text' && node.value.trim() !== '')
