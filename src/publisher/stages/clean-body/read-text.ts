import type { Element, Nodes, Root } from 'hast'

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  'address article aside blockquote center dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

/** The visible text of a tree: inline elements join without a gap, so that C<a>PPI</a>B is one word. */
export const textOf = (tree: Root, without: ReadonlySet<Nodes> = new Set()): string => {
  let text = ''
  const read = (node: Nodes): void => {
    if (without.has(node)) return
    if (node.type === 'text') text += node.value
    if (!('children' in node)) return
    const isBlock = node.type === 'element' && (BLOCKS.has(node.tagName) || node.tagName === 'br')
    if (isBlock) text += '\n'
    for (const child of node.children) read(child)
    if (isBlock) text += '\n'
  }
  read(tree)
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()
}

/** Nothing to see: no text but blanks, and no image, rule or table. */
export const isBlank = (element: Element): boolean =>
  element.children.every(
    (child) =>
      child.type === 'comment' ||
      (child.type === 'text' && /^[\s\u00A0\u200B\uFEFF]*$/.test(child.value)) ||
      (child.type === 'element' &&
        !['img', 'hr', 'table', 'video', 'audio', 'iframe'].includes(child.tagName) &&
        isBlank(child)),
  )
