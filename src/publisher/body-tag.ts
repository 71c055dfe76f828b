/**
 * One tag of a sanitized body: its name, with a slash before it where it ends an element, and its attributes. The
 * serializer puts every value into double quotes and writes a `<` of the text as a character reference, so that a `<`
 * always begins a tag, and one in a value is passed over with its tag: hence the tags have to be read one after another.
 */
export const BODY_TAG = /<(\/?[a-z][a-z0-9]*)((?:\s+[^\s"'<>=]+(?:="[^"]*")?)*)\s*\/?>/g

const ATTRIBUTE = /\s+([^\s"'<>=]+)(?:="([^"]*)")?/g

const REFERENCES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&#x26;': '&',
  '&#x22;': '"',
  '&quot;': '"',
}

/** The value of an attribute among those of a tag, as a browser would read it; nothing where there is none. */
export const attributeIn = (attributes: string, name: string): string | undefined => {
  for (const [, each, value = ''] of attributes.matchAll(ATTRIBUTE))
    if (each === name)
      return value.replace(/&(?:amp|#x26|#x22|quot);/g, (reference) => REFERENCES[reference] ?? reference)
  return undefined
}

/** The attributes of a tag but for those of these names. */
export const withoutAttributes = (attributes: string, names: readonly string[]): string =>
  attributes.replace(ATTRIBUTE, (attribute, name: string) => (names.includes(name) ? '' : attribute))
