import { attributeIn, BODY_TAG, withoutAttributes } from '../body-tag.ts'

/** What a picture has of its own, whatever its author gave it. */
const OF_PICTURES = ['referrerpolicy', 'loading', 'decoding']

/**
 * Gives the body of a page that is printed what the reader gives it where it enters a document: pictures wait until
 * they are near and tell nobody where they are seen, and links that leave the site open beside it.
 * @param html a body as the sanitizing stage leaves it
 * @param home the site's own address, `https://news.example/base/`, or empty where it has told none
 */
export const dressBody = (html: string, home: string): string => {
  // Most bodies have neither, and need not be taken apart.
  if (!html.includes('<img') && !html.includes('<a')) return html
  const parts: string[] = []
  let done = 0
  // Most tags stay as they are, and are only passed over.
  for (const { 0: tag, 1: name, 2: attributes = '', index } of html.matchAll(BODY_TAG)) {
    if (name !== 'img' && name !== 'a') continue
    const more = name === 'img' ? dressedPicture(attributes) : dressedLink(attributes, home)
    if (more === undefined) continue
    parts.push(html.slice(done, index), more)
    done = index + tag.length
  }
  return parts.join('') + html.slice(done)
}

const dressedPicture = (attributes: string): string =>
  `<img${withoutAttributes(attributes, OF_PICTURES)} referrerpolicy="no-referrer" loading="lazy" decoding="async">`

/** Nothing for a link that stays as it is. */
const dressedLink = (attributes: string, home: string): string | undefined =>
  leavesSite(attributeIn(attributes, 'href') ?? '', home)
    ? `<a${attributes} target="_blank" rel="noopener noreferrer nofollow">`
    : undefined

/** Browsers pass over blanks before an address and within its first signs, and read a backslash as a slash. */
const ELSEWHERE = /^\s*([a-z][a-z0-9+.-]*:|[/\\]\s*[/\\])/i

const leavesSite = (href: string, home: string): boolean =>
  ELSEWHERE.test(href) && !(home && `${href}/`.startsWith(home))
