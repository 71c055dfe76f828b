import type { ElementContent } from 'hast'

const isBreak = (node: ElementContent | undefined): boolean =>
  node !== undefined &&
  ((node.type === 'text' && /^[\s\u00A0]*$/.test(node.value)) ||
    (node.type === 'element' && node.tagName === 'br'))

/** Without the line breaks and blanks at both ends. */
export const trimBreaks = (children: ElementContent[]): ElementContent[] => {
  let [start, end] = [0, children.length]
  while (start < end && isBreak(children[start])) start++
  while (end > start && isBreak(children[end - 1])) end--
  return children.slice(start, end)
}

/** The same, without line breaks between blocks, and with one blank where there were several. */
export const trimBlanks = (children: ElementContent[]): ElementContent[] => {
  const kept = children.filter(
    (node, index) => !(isBreak(node) && (node.type === 'element' || isBreak(children[index + 1]))),
  )
  return trimBreaks(kept)
}
