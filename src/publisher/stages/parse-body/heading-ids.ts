import type { MarkdownIt, StateCore, Token } from 'markdown-it'

/** What Ruby's `\p{Word}` does not match, and Jekyll's parser takes out of a heading to make its id. */
const NO_WORD = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]/gu

/** Deeper headings are no part of a table of contents; Jekyll's `toc_levels`. */
const DEEPEST = 6

/**
 * Headings get the ids that Jekyll's Markdown (kramdown-parser-gfm, `generate_gfm_header_id`) gives them, so that
 * `#fragment` links of an old site keep working; `{:toc}` becomes a list of links to them.
 */
export const headingIds = (md: MarkdownIt): void => {
  md.core.ruler.push('heading_ids', nameHeadings)
  md.renderer.rules.toc = (tokens, index) => tokens[index]?.content ?? ''
}

interface Heading {
  readonly level: number
  readonly id: string
  readonly text: string
}

const nameHeadings = ({ tokens, env, md }: StateCore): void => {
  const counts = new Map<string, number>()
  const headings: Heading[] = []
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'heading_open') continue
    const restore = env.restore as ((text: string) => string) | undefined
    const text = rawTextOf(tokens[index + 1]?.children ?? [])
    const id = String(token.attrGet('id') ?? countedId(restore ? restore(text) : text, counts))
    if (!id) continue
    token.attrSet('id', id)
    if (!token.meta) headings.push({ level: Number(token.tag.slice(1)), id, text: text.trim() })
  }
  for (const token of tokens)
    if (token.type === 'toc') token.content = contentsOf(headings, md.utils.escapeHtml)
}

const countedId = (text: string, counts: Map<string, number>): string => {
  // kramdown reads two or three hyphens as dashes, which are no words.
  const id = text.toLowerCase().replace(/---?/g, '').replace(NO_WORD, '').replace(/[ \t]/g, '-')
  const count = counts.get(id) ?? 0
  counts.set(id, count + 1)
  return count > 0 ? `${id}-${count}` : id
}

const rawTextOf = (tokens: readonly Token[]): string =>
  tokens
    .map(({ type, content, children }) =>
      type === 'text' || type === 'code_inline' ? content : type === 'image' ? rawTextOf(children ?? []) : '',
    )
    .join('')

/** Nested lists of links, as `{:toc}` makes them. */
const contentsOf = (headings: readonly Heading[], escaped: (text: string) => string): string => {
  const levels: number[] = []
  let html = ''
  for (const { level, id, text } of headings) {
    if (level > DEEPEST) continue
    while (levels.length > 1 && level < (levels.at(-1) ?? 0)) {
      html += '</li></ul>'
      levels.pop()
    }
    if (level > (levels.at(-1) ?? 0)) {
      html += '<ul>'
      levels.push(level)
    } else html += '</li>'
    html += `<li><a href="#${escaped(encodeURIComponent(id))}">${escaped(text)}</a>`
  }
  return html + '</li></ul>'.repeat(levels.length)
}
