import type { Element, ElementContent, Root, RootContent, Text } from 'hast'
import type { CleanBody } from '../../post.ts'
import type { Note } from '../../problems.ts'
import { isChart, quoteLink } from './quote-link.ts'
import { isBlank, textOf } from './read-text.ts'
import { asFigure, captionOf, settleImage } from './settle-image.ts'
import { trimBlanks, trimBreaks } from './trim-breaks.ts'

/** Elements that never carry the story, with all that is in them. */
const NO_STORY = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'object',
  'svg',
  'math',
  'head',
  'title',
  'frameset',
])

/** Paragraph-like elements that are left out when nothing is in them. */
const LEFT_OUT_EMPTY = new Set([
  'p',
  'div',
  'section',
  'strong',
  'b',
  'em',
  'i',
  'a',
  'u',
  'center',
  'figure',
  'li',
])

/** `（文章来源：证券时报）` */
const SOURCE_NAME = /^[（(]文章来源[：:]\s*(.*?)[）)]$/

/** Kinds of wrong things that are told of one post; behind these it is plain what the post is. */
const MOST_NOTES = 50

interface Context {
  readonly lang: string
  /** Notes a thing of the markup; `found` is how it begins in the post, for the line. */
  readonly note: (wrong: string, done: string, found: string) => void
  images: number
  charts: Element[]
  /** Numbers and arrows of footnotes. */
  readonly marks: Element[]
  readonly embeds: Set<RootContent>
  sourceName: string | undefined
}

/**
 * Takes out what the scraper left around the story and gives images their size. The tree that comes back is tidy,
 * not safe: the sanitizer follows.
 */
export const cleanBody = (
  tree: Root,
  lang: string,
  note: Note,
  lineOf: (found: string) => number,
): CleanBody => {
  const noted = new Set<string>()
  const noteMarkup = (wrong: string, done: string, found: string) => {
    // Once a post, with the first place of it: a damaged post can hold the same thing a hundred thousand times.
    const told = `${wrong}; ${done}`
    if (!noted.has(told) && noted.size < MOST_NOTES) note('markup', wrong, done, lineOf(found))
    noted.add(told)
  }
  const context: Context = {
    lang,
    note: noteMarkup,
    images: 0,
    charts: [],
    marks: [],
    embeds: new Set(),
    sourceName: undefined,
  }
  // An embed's link may stand in a paragraph, where a paragraph of its own would end that one.
  const cleanedChildren = cleanChildren(tree.children, context).map((node) =>
    context.embeds.has(node) ? paragraphOf(node) : node,
  )
  const children = withCaptions(cleanedChildren).filter((node) => !isSourceName(node, context))
  const cleaned: Root = { type: 'root', children: trimBlanks(children) }
  const without = new Set([...context.charts, ...context.marks])
  const text = textOf(cleaned, without)
  const first = openingOf(cleaned.children)
  const opening = first === cleaned.children ? text : textOf({ type: 'root', children: first }, without)
  return { tree: cleaned, text, opening: opening || text, sourceName: context.sourceName }
}

/** `<!--more-->`: what stands before it is the writer's own choice of an excerpt. */
const isMore = (node: RootContent): boolean => node.type === 'comment' && node.value.trim() === 'more'

/** What stands before the first heading, table or code: an excerpt that ran on into them would make no sense. */
const openingOf = (children: RootContent[]): RootContent[] => {
  const more = children.findIndex(isMore)
  if (more > 0) return children.slice(0, more)
  const endsIt = (node: RootContent) =>
    node.type === 'element' && /^(h[1-6]|table|pre|hr)$/.test(node.tagName)
  const start = children.findIndex(
    (node) => !endsIt(node) && !(node.type === 'text' && node.value.trim() === ''),
  )
  const end = children.findIndex((node, index) => index > start && endsIt(node))
  // Most stories have neither, and their text has been read already.
  if (start === 0 && end < 0) return children
  return children.slice(Math.max(start, 0), end < 0 ? undefined : end)
}

const cleanChildren = (children: readonly RootContent[], context: Context): ElementContent[] => {
  const cleaned: ElementContent[] = []
  for (const node of children) {
    if (node.type === 'text') cleaned.push(node)
    else for (const each of cleanNode(node, context)) cleaned.push(each)
  }
  return cleaned
}

const cleanNode = (node: Exclude<RootContent, Text>, context: Context): ElementContent[] => {
  // Comments and doctypes say nothing to a reader, but for the one that ends an excerpt.
  if (node.type !== 'element') return isMore(node) ? [node as ElementContent] : []
  if (NO_STORY.has(node.tagName)) {
    context.note(`holds a <${node.tagName}>`, 'left it out', `<${node.tagName}`)
    return []
  }
  if (isHidden(node)) {
    if (!isBlank(node))
      context.note(
        'holds text that is hidden on the page',
        'left it out',
        String(node.properties.style ?? 'hidden'),
      )
    return []
  }
  noteUnsafe(node, context)
  return cleanElement({ ...node, children: cleanChildren(node.children, context) }, context)
}

const cleanElement = (element: Element, context: Context): ElementContent[] => {
  switch (element.tagName) {
    case 'img': {
      if (!isChart(element)) return settleImage(element, ++context.images, context.lang)
      const link = quoteLink(element, context.lang)
      if (link) context.charts.push(link)
      return link ? [link] : []
    }
    case 'a': {
      // A chart stands in a link to the quote it has become itself.
      const chart = element.children.find(
        (child) => child.type === 'element' && context.charts.includes(child),
      )
      if (chart) return [chart]
      // Links cannot nest: the picture's own, to its large version, stays.
      if (element.children.some((child) => child.type === 'element' && child.tagName === 'a'))
        return element.children
      // Glossary links put on single words by the source's own software: C<a>PPI</a>B.
      if (hasClass(element, 'infokey')) return element.children
      break
    }
    case 'iframe':
    case 'embed':
    case 'video':
    case 'audio':
      return [embedLink(element, context)].filter((link) => link !== undefined)
    case 'td':
    case 'th':
      return [withAlignment(element)]
    case 'h1':
      return [{ ...element, tagName: 'h2' }] // the page's h1 is the title
    case 'span':
      return isCodeWord(element) ? [element] : element.children
    case 'font':
      return element.children
  }
  const trimmed = {
    ...element,
    children: element.tagName === 'p' ? trimBreaks(element.children) : element.children,
  }
  if (isFootnoteMark(element)) context.marks.push(trimmed)
  if (LEFT_OUT_EMPTY.has(element.tagName) && isBlank(trimmed)) return targetsIn(trimmed)
  return element.tagName === 'center' ? asFigure(trimmed) : [trimmed]
}

/** A word of highlighted code: the one span whose class means something. */
const isCodeWord = ({ properties: { className } }: Element): boolean =>
  Array.isArray(className) && String(className[0]).startsWith('hljs-')

const isFootnoteMark = ({ tagName, properties: { id, href } }: Element): boolean =>
  (tagName === 'sup' && String(id).startsWith('s-fnref:')) ||
  (tagName === 'a' && String(href).startsWith('#fnref:'))

/** Links may lead to what shows nothing: `<a name="x"></a>`. */
const targetsIn = (element: Element): ElementContent[] =>
  element.tagName === 'a' && String(element.properties.id).startsWith('s-')
    ? [element]
    : element.children.flatMap((child) => (child.type === 'element' ? targetsIn(child) : []))

/** Attributes that would run a program; the sanitizer takes them off, and the owner should know. */
const noteUnsafe = ({ tagName, properties }: Element, { note }: Context): void => {
  for (const [name, value] of Object.entries(properties)) {
    if (/^on[a-z]/i.test(name))
      note(`holds a <${tagName}> with ${name.toLowerCase()}=`, 'took it off', name.toLowerCase())
    // Blanks and control characters inside a scheme are skipped by browsers.
    const scheme =
      /^(href|src)$/.test(name) &&
      /^(javascript|vbscript|data):/i.exec(String(value).replace(/[\0-\x20]/g, ''))
    if (scheme) note(`holds a ${scheme[1]?.toLowerCase()}: address`, 'took it off', scheme[0])
  }
}

/** A column's alignment is content, the style that says it is not: Markdown and editors write it as a style. */
const withAlignment = (cell: Element): Element => {
  const side = /text-align\s*:\s*(left|center|right)/i.exec(String(cell.properties.style ?? ''))?.[1]
  return side ? { ...cell, properties: { ...cell.properties, align: side.toLowerCase() } } : cell
}

const isHidden = ({ properties }: Element): boolean =>
  properties.hidden === true ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(String(properties.style ?? ''))

const hasClass = ({ properties }: Element, name: string): boolean =>
  Array.isArray(properties.className) && properties.className.includes(name)

/** A player or frame becomes a link to what it shows; one without an address of its own is left out. */
const embedLink = (element: Element, { lang, note, embeds }: Context): ElementContent | undefined => {
  const address = String(element.properties.src ?? '')
  const isAddress = /^(https?:)?\/\//i.test(address)
  note(
    `holds a <${element.tagName}>`,
    isAddress ? 'put a link in its place' : 'left it out',
    `<${element.tagName}`,
  )
  if (!isAddress) return undefined
  const label = lang.startsWith('zh') ? '嵌入内容' : 'Embedded content'
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href: address },
    children: [{ type: 'text', value: `${label}：${address}` }],
  }
  embeds.add(link)
  return link
}

const paragraphOf = (child: ElementContent): Element => ({
  type: 'element',
  tagName: 'p',
  properties: {},
  children: [child],
})

/** A short centred paragraph right behind a figure is its caption: 图片来源：… */
const withCaptions = (children: ElementContent[]): ElementContent[] => {
  const merged: ElementContent[] = []
  for (const node of children) {
    const figure = merged.findLast((each) => each.type === 'element')
    const caption = figure?.tagName === 'figure' ? captionOf(node) : undefined
    if (figure && caption) figure.children.push(caption)
    else merged.push(node)
  }
  return merged
}

const isSourceName = (node: ElementContent, context: Context): boolean => {
  if (node.type !== 'element' || node.tagName !== 'p' || !/^\s*[（(]/.test(beginningOf(node))) return false
  const name = SOURCE_NAME.exec(textOf({ type: 'root', children: [node] }).trim())
  if (!name) return false
  context.sourceName = name[1]?.trim() || context.sourceName
  return true
}

/** The first text in a node that is not blank: to read all of every paragraph would take twice as long. */
const beginningOf = (node: ElementContent): string => {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return ''
  for (const child of node.children) {
    const text = beginningOf(child)
    if (text.trim() !== '') return text
  }
  return ''
}
