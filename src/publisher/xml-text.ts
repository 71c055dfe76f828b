/**
 * What XML 1.0 has no place for, not even as a reference: control characters, halves of surrogate pairs, two
 * non-characters (https://www.w3.org/TR/xml/#charsets).
 */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** Most texts have no sign to be written otherwise and no surrogate, and are looked through once. */
const ODD = /[&<>"\r]|[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]/

// A carriage return is read back as a line feed unless it is a reference; `>` could end a CDATA section.
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}

/** Text without the characters that XML forbids; each becomes U+FFFD. */
export const permitted = (text: string): string => text.replace(FORBIDDEN, '\uFFFD')

/** Text as it stands in an element, or in an attribute between double quotes. */
export const xmlText = (text: string): string =>
  ODD.test(text) ? permitted(text).replace(/[&<>"\r]/g, (sign) => REFERENCES[sign] ?? sign) : text

/** An element of text; nothing where there is no text. */
export const xmlElement = (name: string, text: string): string =>
  text === '' ? '' : `<${name}>${xmlText(text)}</${name}>`

/** An empty element with attributes; those without a value are left out. */
export const xmlEmpty = (name: string, attributes: Readonly<Record<string, string | undefined>>): string => {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${xmlText(value ?? '')}"`)
  return `<${name}${written.join('')}/>`
}
