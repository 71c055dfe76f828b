import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import deflist from 'markdown-it-deflist'

const DEFINITION = /^ {0,3}: +(?=\S)/

/** `term` and `: definition` below it; several terms above one definition, which the plugin takes for a paragraph. */
export const definitionLists = (md: MarkdownIt): void => {
  md.use(deflist)
  md.core.ruler.after('block', 'definition_terms', splitTerms)
}

const splitTerms = (state: StateCore): void => {
  state.tokens = state.tokens.flatMap((token, index, tokens) => {
    const isIn = (distance: number): boolean => {
      const inline = tokens[index + distance]
      return tokens[index + distance - 1]?.type === 'paragraph_open' && hasTerms(inline)
    }
    // The paragraph's own three tokens: its start and end give way, and the list takes the place of its text.
    if (token.type === 'paragraph_open' && isIn(1)) return []
    if (token.type === 'paragraph_close' && isIn(-1)) return []
    return token.type === 'inline' && isIn(0) ? listOf(state, token) : [token]
  })
}

const hasTerms = (inline: Token | undefined): boolean =>
  inline !== undefined && inline.content.split('\n').findIndex((line) => DEFINITION.test(line)) > 1

const listOf = ({ Token: NewToken }: StateCore, { content, map }: Token): Token[] => {
  const lines = content.split('\n')
  const start = lines.findIndex((line) => DEFINITION.test(line))
  const definitions: string[] = []
  for (const line of lines.slice(start)) {
    if (DEFINITION.test(line)) definitions.push(line.replace(DEFINITION, ''))
    else definitions.push(`${definitions.pop()}\n${line}`)
  }
  const element = (name: string, text: string): Token[] => {
    const inline = new NewToken('inline', '', 0)
    Object.assign(inline, { content: text.trim(), children: [], map })
    return [new NewToken(`${name}_open`, name, 1), inline, new NewToken(`${name}_close`, name, -1)]
  }
  return [
    new NewToken('dl_open', 'dl', 1),
    ...lines.slice(0, start).flatMap((term) => element('dt', term)),
    ...definitions.flatMap((definition) => element('dd', definition)),
    new NewToken('dl_close', 'dl', -1),
  ]
}
