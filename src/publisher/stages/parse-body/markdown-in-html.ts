import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it'

/** A start tag on a line of its own that says its content is Markdown: https://kramdown.gettalong.org/syntax.html#html-blocks */
const START = /^<[a-z][a-z\d]*\b[^<>\n]{0,300}\bmarkdown=["']?(?:1|block)\b[^<>\n]{0,300}>[ \t]*$/i

/** kramdown's `<div markdown="1">`, and its break in a line: two backslashes at the end. */
export const markdownInHtml = (md: MarkdownIt): void => {
  const alt = ['paragraph', 'reference', 'blockquote']
  md.block.ruler.before('html_block', 'markdown_in_html', takeStartTag, { alt })
  md.inline.ruler.before('escape', 'double_backslash', takeBreak)
}

/** The tag alone is an HTML block, so that what follows it is read as any other text. */
const takeStartTag = (state: StateBlock, start: number, _end: number, silent: boolean): boolean => {
  const { src, bMarks, tShift, eMarks, sCount, blkIndent } = state
  const line = src.slice((bMarks[start] ?? 0) + (tShift[start] ?? 0), eMarks[start])
  if ((sCount[start] ?? 0) - blkIndent >= 4 || !START.test(line)) return false
  if (silent) return true
  state.line = start + 1
  const token = state.push('html_block', '', 0)
  token.map = [start, state.line]
  token.content = `${line}\n`
  return true
}

const takeBreak = (state: StateInline, silent: boolean): boolean => {
  if (!state.src.startsWith('\\\\\n', state.pos)) return false
  if (!silent) state.push('hardbreak', 'br', 0)
  state.pos += 3
  return true
}
