import newMarkdownIt, { type MarkdownIt, type StateCore } from 'markdown-it'
import { attributeLists } from './attribute-lists.ts'
import { definitionLists } from './definition-lists.ts'
import { footnotes } from './footnotes.ts'
import { headingIds } from './heading-ids.ts'
import { highlightCode } from './highlight-code.ts'
import { markdownInHtml } from './markdown-in-html.ts'

/** Two footnotes cost more than twice one: beyond this many the signs stay text. */
const MOST_FOOTNOTES = 1000

/** Languages whose writers type quotation marks as they are to be read. */
const AS_TYPED = /^(zh|ja|ko|yue|wuu|nan)\b/i

/** kramdown's `typographic_syms`: the ones that change no word. */
const setDashes = ({ tokens }: StateCore): void => {
  for (const { children } of tokens)
    for (const child of children ?? [])
      if (child.type === 'text')
        child.content = child.content.replace(/---?|\.\.\./g, (sign) => SIGNS[sign] ?? sign)
}
const SIGNS: Readonly<Record<string, string>> = { '--': '–', '---': '—', '...': '…' }

/** `- [ ] task`: a box that says whether it is done; one that could be pressed would be a control. */
const markTasks = ({ tokens }: StateCore): void => {
  for (const [index, token] of tokens.entries()) {
    const first = tokens[index + 2]?.children?.[0]
    if (token.type === 'list_item_open' && first?.type === 'text')
      first.content = first.content.replace(/^\[([ xX])\] /, (_, sign) => (sign === ' ' ? '☐ ' : '☑ '))
  }
}

/** `1.2~1.5元` stays a range: only two tildes strike out, as in Jekyll's own parser. */
const newMarkdown = (isTypeset: boolean): MarkdownIt => {
  const md = newMarkdownIt('commonmark', { html: true, typographer: isTypeset })
  md.enable(['table', 'strikethrough'])
    .use(definitionLists)
    .use(attributeLists)
    .use(headingIds)
    .use(markdownInHtml)
  if (isTypeset) md.enable('smartquotes').core.ruler.before('smartquotes', 'dashes', setDashes)
  md.core.ruler.after('inline', 'tasks', markTasks)
  const { rules } = md.renderer
  rules.s_open = () => '<del>'
  rules.s_close = () => '</del>'
  rules.fence = rules.code_block = (tokens, index, _options, env) => {
    const { content = '', info = '' } = tokens[index] ?? {}
    const restore = env?.restore as (text: string) => string
    const language = /^[^\s{]*/.exec(md.utils.unescapeAll(info).trim())?.[0] ?? ''
    return `<pre><code>${highlightCode(restore(content), language)}</code></pre>\n`
  }
  return md
}

const withFootnotes = (md: MarkdownIt): MarkdownIt => md.use(footnotes)

const asTyped = { plain: newMarkdown(false), full: withFootnotes(newMarkdown(false)) }
const typeset = { plain: newMarkdown(true), full: withFootnotes(newMarkdown(true)) }

/**
 * Markdown as Jekyll's authors write it, to HTML that is not safe yet. Quotation marks and dashes are set in
 * languages that do so on a typewriter's keyboard; Chinese is never altered.
 * @param restore gives a text its Liquid tags back
 */
export const renderMarkdown = (text: string, lang: string, restore: (text: string) => string): string => {
  const { plain, full } = AS_TYPED.test(lang) ? asTyped : typeset
  const isLong = text.split('[^', MOST_FOOTNOTES + 2).length > MOST_FOOTNOTES
  return (isLong ? plain : full).render(text, { restore })
}
