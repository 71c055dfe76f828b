import type { MarkdownIt, RendererRule } from 'markdown-it'
import footnote from 'markdown-it-footnote'

interface FootnoteMeta {
  readonly id: number
  readonly subId?: number
  readonly label: string
}

/**
 * Footnotes with kramdown's ids (`fn:label`, `fnref:label`, `fnref:label:1`), behind a rule at the end. A rule also
 * ends an excerpt, so that no footnote becomes part of one.
 */
export const footnotes = (md: MarkdownIt): void => {
  md.use(footnote).disable('footnote_inline')
  const rules: Record<string, RendererRule> = {
    footnote_ref: (tokens, index) => {
      const meta = metaOf(tokens, index)
      return `<sup id="${escaped(refId(meta))}"><a href="#${hrefOf(`fn:${meta.label}`)}">${meta.id + 1}</a></sup>`
    },
    footnote_block_open: () => '<hr>\n<ol>\n',
    footnote_block_close: () => '</ol>\n',
    footnote_open: (tokens, index) => `<li id="${escaped(`fn:${metaOf(tokens, index).label}`)}">`,
    footnote_close: () => '</li>\n',
    // The sign's text form: phones would draw an emoji.
    footnote_anchor: (tokens, index) => {
      const meta = metaOf(tokens, index)
      const count = meta.subId ? `<sup>${meta.subId + 1}</sup>` : ''
      return ` <a href="#${hrefOf(refId(meta))}">\u21A9\uFE0E${count}</a>`
    },
  }
  Object.assign(md.renderer.rules, rules)
  const escaped = md.utils.escapeHtml
}

const metaOf = (tokens: Parameters<RendererRule>[0], index: number): FootnoteMeta =>
  tokens[index]?.meta as unknown as FootnoteMeta

const refId = ({ label, subId }: FootnoteMeta): string => `fnref:${label}${subId ? `:${subId}` : ''}`

/** Lone halves of a surrogate pair are in no address. */
const hrefOf = (id: string): string =>
  encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\uFFFD')).replaceAll('%3A', ':')
