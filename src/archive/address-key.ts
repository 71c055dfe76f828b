/**
 * A path in the one form in which paths are compared: percent-decoded, but for a slash inside a segment (`%2F`) and
 * the percent sign itself (`%25`), so that different places keep different keys. Browsers, Jekyll and people
 * percent-encode differently, and all of them must find the article.
 */
export const addressKey = (path: string): string =>
  // Most paths are their own key.
  !path.includes('%')
    ? path
    : path.replace(/(?:%[0-9a-f]{2})+|%/gi, (escapes) => decode(escapes).replace(/[%/]/g, encodeURIComponent))

const decode = (escapes: string): string => {
  try {
    return decodeURIComponent(escapes)
  } catch {
    return escapes // a lone % is text
  }
}
