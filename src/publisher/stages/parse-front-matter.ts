import matter from 'gray-matter'
import yaml from 'js-yaml'
import type { Post, PostFile } from '../post.ts'
import type { Note } from '../problems.ts'

/** Jekyll takes a file's front matter only when its first line is three dashes and nothing else. */
const OPENING = /^---[ \t]*\n/

/** Longer front matter, in characters, is damage, and gray-matter takes quadratic time over blank lines. */
const LONGEST = 32 * 1024

/** What Jekyll takes for front matter (`YAML_FRONT_MATTER_REGEXP`): a closing line of three dashes or dots. */
const JEKYLLS = /---\s*\n[\s\S]*?\n?^(?:---|\.\.\.)\s*$/my

/** A closing line; YAML ends a document with dots, too. */
const CLOSING = /\n(?:---|\.\.\.)[ \t]*(?=\n|$)/g

const refuse = (): never => {
  throw new Error('front matter is data, never a program')
}

/**
 * Splits a post into front matter and body. Scalars stay the strings they are in the file: YAML would make a
 * UTC moment of a date without zone and the number 800 of `+0800`.
 */
export const parseFrontMatter = ({ path, text }: PostFile, note: Note): Post => {
  JEKYLLS.lastIndex = 0
  const isReadByJekyll = JEKYLLS.test(text)
  if (!OPENING.test(text)) {
    note('front-matter', 'has no front matter', 'took the title from the text', 1)
    return { path, matter: {}, head: '', isReadByJekyll, body: text, bodyLine: 1 }
  }
  try {
    CLOSING.lastIndex = 3
    const closing = CLOSING.exec(text)
    // A body is not seldom valid YAML, and would go with what stands above it.
    if (!closing) throw new Error('no closing line of three dashes')
    const head = text.slice(0, closing.index)
    if (head.length > LONGEST) throw new Error('longer than front matter is')
    // The head alone: gray-matter makes bytes of all it is given.
    const { data } = matter(`${head.replace(OPENING, '---\n')}\n---`, OPTIONS)
    const body = text.slice(CLOSING.lastIndex + 1)
    return { path, matter: data, head, isReadByJekyll, body, bodyLine: lineOf(text, body) }
  } catch (thrown) {
    const line = ((thrown as yaml.YAMLException).mark?.line ?? 0) + 2
    const recovered = recover(text)
    const reason = (thrown as yaml.YAMLException).reason ?? (thrown as Error).message
    note('front-matter', `is not valid YAML (${reason})`, 'read it line by line', line)
    return { path, isReadByJekyll, ...recovered }
  }
}

const parseYaml = (source: string): Record<string, unknown> => {
  const data = yaml.load(source, { schema: yaml.FAILSAFE_SCHEMA, json: true })
  if (data === null || data === undefined) return {}
  if (typeof data !== 'object' || Array.isArray(data)) throw new Error('expected lines of “name: value”')
  return data as Record<string, unknown>
}

/** The line on which the tail of a file begins. */
const lineOf = (text: string, tail: string): number =>
  text.slice(0, text.length - tail.length).split('\n').length

const OPTIONS = {
  language: 'yaml',
  engines: {
    yaml: { parse: parseYaml, stringify: refuse },
    // gray-matter runs `---js` front matter by default. OPENING keeps it out; this holds if that ever slips.
    javascript: { parse: refuse, stringify: refuse },
  },
}

/**
 * Reads front matter that is no YAML, a line at a time: `name: value`, outer quotes off, everything else as it
 * stands; `- item` lines make a list. Without a closing line it ends at the first line of another form.
 */
const recover = (text: string): Omit<Post, 'path' | 'isReadByJekyll'> => {
  const lines = text.split('\n')
  const closingOrBody = lines.findIndex(
    (line, index) => index > 0 && /^(---\s*$|\.\.\.\s*$|\s*[<>])/.test(line),
  )
  // Dashes behind markup are a rule in a body whose front matter was never closed.
  const closing = /^\s*[<>]/.test(lines[closingOrBody] ?? '') ? -1 : closingOrBody
  const isField = (line: string): boolean => /^([\w-]+:(\s|$)|\s*-\s|#)/.test(line)
  const ending = closing > 0 ? closing : lines.findIndex((line, index) => index > 0 && !isField(line))
  const end = ending > 0 ? ending : lines.length
  const matter: Record<string, unknown> = Object.create(null)
  let key = ''
  for (const line of lines.slice(1, end)) {
    const field = /^([\w-]+):(?:\s+(.*))?$/.exec(line)
    const item = /^\s*-\s+(.*)$/.exec(line)
    if (field) {
      key = field[1] as string
      matter[key] = readValue(field[2] ?? '')
    } else if (item && key) {
      const known = matter[key]
      matter[key] = [...(Array.isArray(known) ? known : []), unquote(item[1] as string)]
    }
  }
  const bodyStart = closing > 0 ? end + 1 : end
  const head = lines.slice(0, end).join('\n')
  return { matter, head, body: lines.slice(bodyStart).join('\n'), bodyLine: bodyStart + 1 }
}

/** `[a, b]` is a list on a line of its own, too. */
const readValue = (written: string): string | string[] => {
  const list = /^\[(.*)\]$/.exec(written.trim())?.[1]
  return list === undefined ? unquote(written) : list.split(',').map(unquote).filter(Boolean)
}

const unquote = (value: string): string => {
  const trimmed = value.trim()
  return /^(".*"|'.*')$/.test(trimmed) && trimmed.length > 1 ? trimmed.slice(1, -1) : trimmed
}
