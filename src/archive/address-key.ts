/**
 * A path in the one form in which paths are compared: each segment percent-decoded, a slash inside a segment kept
 * as `%2F`. Browsers, Jekyll and people percent-encode differently, and all of them must find the article.
 */
export const addressKey = (path: string): string => path.split('/').map(decodeSegment).join('/')

const decodeSegment = (segment: string): string => {
  if (!segment.includes('%')) return segment
  try {
    return decodeURIComponent(segment).replaceAll('/', '%2F')
  } catch {
    return segment // a lone % is text
  }
}
