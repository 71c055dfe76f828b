import type { Element, ElementContent } from 'hast'
import { textOf } from './read-text.ts'

/** Scraped pictures carry their size in the file name: `D2…_w800h555.jpg`. */
const SIZE_IN_NAME = /_w(\d{1,5})h(\d{1,5})(?:_o)?\.\w+$/i

/** What scrapers write where a description belongs. */
const NO_DESCRIPTION = /^(image|img|picture|图片|图|K图.*)?$/i

/** `data:` and what else the sanitizer takes off: a frame with nothing in it would be left. */
const OTHER_SCHEME = /^(?!https?:)[a-z][a-z\d+.-]*:/i

const LONGEST_CAPTION = 60

/** An image with its size, so that nothing jumps when it comes, and a name; one without an address is left out. */
export const settleImage = (image: Element, number: number, lang: string): ElementContent[] => {
  const { src, alt, title, width, height } = image.properties
  const address = String(src ?? '').trim()
  if (!address || OTHER_SCHEME.test(address.replace(/[\0-\x20]/g, ''))) return []
  const named = SIZE_IN_NAME.exec(address)
  const size = sizeOf(width, height) ?? sizeOf(named?.[1], named?.[2])
  const name = String(alt ?? '').trim()
  const settled: Element = {
    type: 'element',
    tagName: 'img',
    properties: {
      src: address,
      alt: NO_DESCRIPTION.test(name) ? (lang.startsWith('zh') ? `图片 ${number}` : `Image ${number}`) : name,
      ...(title && { title }),
      ...size,
      loading: 'lazy',
      referrerPolicy: 'no-referrer',
    },
    children: [],
  }
  // The scraper's misspelt attribute holds the large version.
  const large = String(image.properties.orginial_src ?? '')
  if (!/^https?:\/\//i.test(large)) return [settled]
  return [{ type: 'element', tagName: 'a', properties: { href: large }, children: [settled] }]
}

const sizeOf = (width: unknown, height: unknown): { width: number; height: number } | undefined => {
  const [wide, high] = [Number(width), Number(height)]
  return wide > 0 && high > 0 && wide < 1e5 && high < 1e5
    ? { width: Math.round(wide), height: Math.round(high) }
    : undefined
}

/** Elements that end a paragraph they are put in. */
const BLOCK = /^(blockquote|details|div|dl|figure|h[1-6]|hr|ol|p|pre|table|ul)$/

/** `<center>` round a picture is a figure; round anything else it is only centred text, which is layout. */
export const asFigure = (center: Element): ElementContent[] => {
  const parts = center.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  const isPicture = parts.length > 0 && parts.every((child) => child.type === 'element' && holdsImage(child))
  if (isPicture) return [{ type: 'element', tagName: 'figure', properties: {}, children: parts }]
  const isBlock = parts.some((child) => child.type === 'element' && BLOCK.test(child.tagName))
  return isBlock ? center.children : [{ ...center, tagName: 'p', properties: {} }]
}

const holdsImage = (element: Element): boolean =>
  element.tagName === 'img' ||
  (element.tagName === 'a' &&
    element.children.some((child) => child.type === 'element' && child.tagName === 'img'))

export const captionOf = (node: ElementContent): Element | undefined => {
  if (node.type !== 'element' || node.tagName !== 'p') return undefined
  if (!/text-align\s*:\s*center/i.test(String(node.properties.style ?? ''))) return undefined
  const text = textOf({ type: 'root', children: [node] })
  const isCaption = text !== '' && text.length <= LONGEST_CAPTION && !node.children.some(isPictureNode)
  return isCaption ? { ...node, tagName: 'figcaption', properties: {} } : undefined
}

const isPictureNode = (node: ElementContent): boolean => node.type === 'element' && holdsImage(node)
