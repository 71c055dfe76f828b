/** A picture's address in a sanitized body, whose serializer puts every value into double quotes. */
const IMAGE = /<img(?:\s+[^\s"'<>=]+(?:="[^"]*")?)*?\ssrc="([^"]*)"/

const REFERENCES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&#x26;': '&',
  '&#x22;': '"',
  '&quot;': '"',
}

/** The address of the first picture of a body as it would be asked for; nothing where there is none. */
export const firstImage = (html: string): string | undefined =>
  IMAGE.exec(html)?.[1]?.replace(
    /&(?:amp|#x26|#x22|quot);/g,
    (reference) => REFERENCES[reference] ?? reference,
  )
