import hljs from 'highlight.js/lib/common'

/** Longer code is shown plain: some grammars take a time that grows with the square of a line made for it. */
const LONGEST = 10_000

/** Code as HTML, its words in `<span class="hljs-…">` when the language is a known one. */
export const highlightCode = (code: string, language: string): string => {
  const isKnown = language !== '' && code.length <= LONGEST && hljs.getLanguage(language) !== undefined
  return isKnown ? hljs.highlight(code, { language, ignoreIllegals: true }).value : escapeCode(code)
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escapeCode = (code: string): string => code.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)
