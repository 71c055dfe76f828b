import type { MarkdownIt, StateBlock, StateCore, StateInline, Token } from 'markdown-it'

/** `{: .class #id}`, `{:toc}`, `{:name: …}`, `{::options … /}`, `{:/}`: a line of its own. */
const LINE = /^\{:[^{}\n]{0,300}\}[ \t]*$/

/** The same within a line, behind what it speaks of; a comment with what is in it. */
const INLINE = /\{::comment\}[\s\S]{0,2000}?\{:\/(?:comment)?\}|\{:[\w \t#./:"'][^{}\n]{0,300}\}/y

const COMMENT = '{::comment}'
const COMMENT_END = /\{:\/(?:comment)?\}/g

/** `## Heading {#id}`; https://kramdown.gettalong.org/syntax.html#specifying-a-header-id */
const HEADING_ID = /[ \t]\{#([\p{L}_:][\p{L}\p{N}_:.-]{0,200})\}$/u

/**
 * kramdown's attribute lists (https://kramdown.gettalong.org/syntax.html#attribute-list-definitions): an id of a
 * heading, a language of code and `toc` are understood; the others, and its extensions, are taken out. Nothing of
 * them is ever shown.
 */
export const attributeLists = (md: MarkdownIt): void => {
  const alt = ['paragraph', 'reference', 'blockquote', 'list']
  md.block.ruler.before('fence', 'attribute_list', takeLine, { alt })
  md.inline.ruler.after('escape', 'attribute_list', takeInline)
  md.core.ruler.after('block', 'attribute_list', attach)
  md.renderer.rules.attribute_list = () => ''
}

const takeLine = (state: StateBlock, start: number, end: number, silent: boolean): boolean => {
  const line = lineOf(state, start)
  if ((state.sCount[start] ?? 0) - state.blkIndent >= 4 || !LINE.test(line)) return false
  if (silent) return true
  state.line = start + 1
  if (line.startsWith(COMMENT)) state.line = lineBehindComment(state, start, end)
  const token = state.push('attribute_list', '', 0)
  token.map = [start, state.line]
  token.content = line
  return true
}

const lineOf = ({ src, bMarks, tShift, eMarks }: StateBlock, line: number): string =>
  src.slice((bMarks[line] ?? 0) + (tShift[line] ?? 0), eMarks[line])

const lineBehindComment = (state: StateBlock, start: number, end: number): number => {
  const close = commentEnd(state, state.eMarks[start] ?? 0)
  let line = start
  if (close !== undefined) while (line < end - 1 && (state.eMarks[line] ?? 0) < close) line++
  return line + 1
}

/** Behind the comment that starts here; a thousand comments without an end must not each look for one. */
const commentEnd = ({ src, env }: StateBlock, start: number): number | undefined => {
  if (env.isWithoutCommentEnd) return undefined
  COMMENT_END.lastIndex = start
  const close = COMMENT_END.exec(src)
  if (!close) env.isWithoutCommentEnd = true
  return close ? close.index + close[0].length : undefined
}

const takeInline = (state: StateInline): boolean => {
  INLINE.lastIndex = state.pos
  const found = INLINE.exec(state.src)
  if (!found || INLINE.lastIndex > state.posMax) return false
  state.pos = INLINE.lastIndex
  return true
}

/** Gives headings, code and lists what the list of attributes next to them says. */
const attach = (state: StateCore): void => {
  const { tokens } = state
  for (const [index, token] of tokens.entries()) {
    const inline = tokens[index + 1]
    if (token.type === 'heading_open' && inline) {
      const id = HEADING_ID.exec(inline.content)
      if (id?.[1]) token.attrSet('id', id[1])
      if (id) inline.content = inline.content.slice(0, id.index).trimEnd()
    }
    if (token.type === 'attribute_list') applyList(tokens, index, token)
  }
  state.tokens = tokens.filter(({ type }) => type !== 'left_out')
}

const applyList = (tokens: Token[], index: number, list: Token): void => {
  const id = /[{\s:]#([\p{L}_][\p{L}\p{N}_:.-]*)/u.exec(list.content)?.[1]
  const open = openerOf(tokens, index - 1)
  const before = open >= 0 ? tokens[open] : undefined
  const isBehind = before?.map?.[1] === list.map?.[0]
  // A list that stands apart from what is above it speaks of what is below.
  const target = isBehind ? before : tokens[index + 1]
  if (!target) return
  if (target.type === 'heading_open') {
    if (id) target.attrSet('id', id)
    if (/\.no_toc\b/.test(list.content)) target.meta = { isLeftOut: true }
  }
  const language = /\.language-([\w+#-]+)/.exec(list.content)?.[1]
  if (language && /^(fence|code_block)$/.test(target.type)) target.info ||= language
  if (isBehind && /_list_open$/.test(target.type) && /^\{:[^{}]*\btoc\b/.test(list.content)) {
    for (const token of tokens.slice(open, index)) token.type = 'left_out'
    list.type = 'toc'
  }
}

/** Where the block begins that ends at this token. */
const openerOf = (tokens: readonly Token[], end: number): number => {
  const last = tokens[end]
  if (!last || last.nesting === 0) return end
  return tokens.findLastIndex(
    (token, index) => index < end && token.nesting === 1 && token.level === last.level,
  )
}
