import { attributeIn, BODY_TAG } from './body-tag.ts'

/** The address of the first picture of a sanitized body as it would be asked for; nothing where there is none. */
export const firstImage = (html: string): string | undefined => {
  // Most bodies have none, and need not be taken apart.
  if (!html.includes('<img')) return undefined
  for (const [, name, attributes = ''] of html.matchAll(BODY_TAG)) {
    const address = name === 'img' ? attributeIn(attributes, 'src') : undefined
    if (address) return address
  }
  return undefined
}
