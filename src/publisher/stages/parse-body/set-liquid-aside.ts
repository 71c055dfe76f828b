/** A body whose Liquid is plain words for now. */
export interface LiquidAside {
  readonly text: string
  /** Puts the tags back into a text that was made from `text`. */
  readonly restore: (text: string) => string
}

/** One tag or output on one line; longer ones are no tags of a writer's. */
const TAG = /\{%-?[ \t]*(\w+)((?:[^%\n]|%(?!\})){0,500}?)-?%\}|\{\{(?:[^}\n]|\}(?!\})){0,500}\}\}/g

/**
 * Liquid in a body is text, and no part of it Markdown: `{{ a | b }}` is no table, and the blanks of
 * `[x]({% post_url y %})` do not end the link. So a word stands for each tag until the tree is made. Of `raw` the
 * markers go and what is between stays, as Liquid would have it; `highlight` becomes fenced code.
 */
export const setLiquidAside = (text: string): LiquidAside => {
  if (!text.includes('{%') && !text.includes('{{')) return { text, restore: (same) => same }
  const word = wordNotIn(text)
  const tags: string[] = []
  const finished = new Set<string>()
  let aside = ''
  let end = 0
  for (const pattern = new RegExp(TAG); ; ) {
    pattern.lastIndex = end
    const found = pattern.exec(text)
    if (!found) break
    const [tag, name = '', markup = ''] = found
    aside += text.slice(end, found.index)
    end = found.index + tag.length
    const close = name === 'raw' || name === 'highlight' ? closeOf(name, text, end, finished) : undefined
    if (close) {
      const inner = text.slice(end, close.index)
      aside += name === 'raw' ? inner : fenceOf(markup, inner, aside)
      end = close.index + close[0].length
    } else aside += `${word}${tags.push(tag) - 1}z`
  }
  const placed = new RegExp(`${word}(\\d+)z`, 'g')
  return {
    text: aside + text.slice(end),
    restore: (made) => made.replace(placed, (same, index: string) => tags[Number(index)] ?? same),
  }
}

/** Letters alone, which no rule of Markdown and no address changes, and which the text does not hold yet. */
const wordNotIn = (text: string): string => {
  let longest = 0
  for (const [run] of text.matchAll(/liquidtag+/g)) longest = Math.max(longest, run.length)
  return `liquidta${'g'.repeat(Math.max(1, longest - 7))}`
}

/** A hundred thousand tags without an end must not each be looked through to the end of the text. */
const closeOf = (
  name: string,
  text: string,
  start: number,
  finished: Set<string>,
): RegExpExecArray | undefined => {
  if (finished.has(name)) return undefined
  const pattern = new RegExp(`\\{%-?[ \\t]*end${name}[ \\t]*-?%\\}`, 'g')
  pattern.lastIndex = start
  const close = pattern.exec(text)
  if (!close) finished.add(name)
  return close ?? undefined
}

const fenceOf = (markup: string, inner: string, before: string): string => {
  const language = /^[ \t]*([\w+#-]+)/.exec(markup)?.[1] ?? ''
  const line = before.slice(before.lastIndexOf('\n') + 1)
  const indent = line.trim() === '' ? line : ''
  let longest = 2
  for (const [run] of inner.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  const fence = '`'.repeat(longest + 1)
  const code = inner.replace(/^[ \t]*\n/, '').trimEnd()
  return `${line.trim() === '' ? '' : '\n\n'}${fence}${language}\n${code}\n${indent}${fence}\n`
}
