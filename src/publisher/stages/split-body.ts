import type { BodyParts } from '../post.ts'

/** `[返回证券时报新闻](//…)｜[返回首页](//…)`, on one line or on two: the way back on the former site. */
const RETURN_LINE = /^[ \t]*\[返回[^\]\n]*\]\([^)\n]*\)(?:[ \t｜|]*\[返回[^\]\n]*\]\([^)\n]*\))*[ \t｜|]*$/gm

/** `<http://…>` on a line of its own, or the `<>` that the scraper writes when it knows no address. */
const SOURCE_LINE = /^[ \t]*<(https?:\/\/[^\s<>]+)?>[ \t]*$/gm

/** A run of quoted lines at the start, and whatever blank lines follow it. */
const QUOTED = /^(?:[ \t]*>[^\n]*\n?)+\n*/

/**
 * Takes a scraped body apart by position, since a Markdown parser over the whole of it would read the stars of
 * `*ST` and the bars of a digest as markup. A body of another shape is one story in Markdown.
 */
export const splitBody = (body: string): BodyParts => {
  const withoutReturns = body.replace(RETURN_LINE, '')
  const isScraped = withoutReturns !== body || /^\s*<(p|center)\b/i.test(body)
  let sourceLink: string | undefined
  const rest = isScraped
    ? withoutReturns.replace(SOURCE_LINE, (_, link: string | undefined) => {
        sourceLink = link ?? sourceLink
        return ''
      })
    : takeLastLink(withoutReturns, (link) => {
        sourceLink = link
      })
  const { digest, story } = splitDigest(rest.trim())
  const isHtml = startsWithHtml(story)
  // A quotation before Markdown is the author's own, and stays where it is.
  return isHtml || !digest
    ? { digest, story, isHtml, sourceLink }
    : { digest: '', story: rest.trim(), isHtml: false, sourceLink }
}

/** In the first hours of the archive a post was its digest and its source's address alone. */
const takeLastLink = (body: string, take: (link: string) => void): string => {
  const lines = body.trimEnd()
  const start = lines.lastIndexOf('\n')
  const link = /^[ \t]*<(https?:\/\/[^\s<>]+)>$/.exec(lines.slice(start + 1))?.[1]
  if (!link || start < 0) return body
  take(link)
  return lines.slice(0, start)
}

const splitDigest = (body: string): { digest: string; story: string } => {
  const paragraphs: string[] = []
  let story = body
  for (let quoted = QUOTED.exec(story); quoted; quoted = QUOTED.exec(story)) {
    paragraphs.push(quoted[0].replace(/^[ \t]*>[ \t]?/gm, '').trim())
    story = story.slice(quoted[0].length)
  }
  return { digest: paragraphs.filter(Boolean).join('\n'), story }
}

/** CommonMark's HTML blocks of types 2 and 6, which is how scraped stories begin, and images between paragraphs. */
const startsWithHtml = (story: string): boolean =>
  /^\s*(<!--|<\/?(p|center|div|table|ul|ol|dl|h[1-6]|blockquote|section|article|figure|img|hr|pre|span|strong|b|br|font|script|style|iframe)\b)/i.test(
    story,
  )
