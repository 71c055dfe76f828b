/**
 * One tag of a sanitized body. Its serializer puts every value into double quotes and writes a `<` of the text as a
 * character reference, so that a `<` always begins a tag, and one in a value is passed over with its tag.
 */
const TAG = /<(\/?[a-z][a-z0-9]*)((?:\s+[^\s"'<>=]+(?:="[^"]*")?)*)\s*\/?>/g

const HREF = /\shref="([^"]*)"/

/**
 * Gives the body of a page that is printed what the reader gives it where it enters a document: pictures wait until
 * they are near and tell nobody where they are seen, and links that leave the site open beside it.
 * @param html a body as the sanitizing stage leaves it
 * @param home the site's own address, `https://news.example/base/`, or empty where it has told none
 */
export const dressBody = (html: string, home: string): string =>
  html.replace(TAG, (tag, name: string, attributes: string) => {
    if (name === 'img')
      return `<img${attributes} referrerpolicy="no-referrer" loading="lazy" decoding="async">`
    if (name !== 'a') return tag
    const href = HREF.exec(attributes)?.[1] ?? ''
    return leavesSite(href, home)
      ? `<a${attributes} target="_blank" rel="noopener noreferrer nofollow">`
      : tag
  })

const leavesSite = (href: string, home: string): boolean =>
  /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(href) && !(home && `${href}/`.startsWith(home))
