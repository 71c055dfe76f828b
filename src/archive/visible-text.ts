/** Elements of an article that stand on lines of their own; all others join what is around them. */
const BLOCKS = new Set(
  'blockquote br caption dd details div dl dt figcaption figure h2 h3 h4 h5 h6 hr li ol p pre summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
}

/**
 * The text that a reader sees of an article's body: a block is a line, inline elements join without a gap, and
 * blanks are one blank. It is of the format's own `html` alone, and no sanitizer.
 */
export const visibleText = (html: string): string => {
  // A line break in the source is a blank to a reader: `Federal\nReserve` is looked for as two words of one line.
  const text = withoutTags(html.replaceAll('\n', ' '))
  return decodeReferences(text)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()
}

/** Text, or an address in an attribute, with its character references read. */
export const decodeReferences = (text: string): string =>
  text.includes('&') ? text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, decoded) : text

/** The text between the tags. Each is looked for by its signs, which takes half the time of an expression. */
const withoutTags = (html: string): string => {
  let text = ''
  let end = 0
  for (let start = html.indexOf('<'); start >= 0; start = html.indexOf('<', end)) {
    text += html.slice(end, start)
    const name = start + (html[start + 1] === '/' ? 2 : 1)
    let nameEnd = name
    while (isOfName(html.charCodeAt(nameEnd))) nameEnd++
    if (BLOCKS.has(html.slice(name, nameEnd))) text += '\n'
    end = tagEnd(html, nameEnd)
  }
  return text + html.slice(end)
}

/** Lower-case letters and digits. */
const isOfName = (unit: number): boolean => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39)

/** Behind a tag; what stands in quotes may hold the sign that ends one. */
const tagEnd = (html: string, from: number): number => {
  for (let at = from; at < html.length; at++) {
    const sign = html[at] as string
    if (sign === '>') return at + 1
    if (sign !== '"' && sign !== "'") continue
    at = html.indexOf(sign, at + 1)
    if (at < 0) break
  }
  return html.length
}

const decoded = (
  whole: string,
  hex: string | undefined,
  decimal: string | undefined,
  name: string | undefined,
): string => {
  if (name !== undefined) return NAMED[name] ?? whole
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole
}
