/** Values, and levels of lists and maps, of one post's front matter that its Liquid can see. */
const [MOST_VALUES, DEEPEST] = [2000, 6]

/**
 * Front matter as templates expect it. Its scalars are text until here; `{% if page.toc %}` and `page.n == 3` need
 * what YAML makes of them.
 */
const scalarOf = (text: string): unknown => {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^-?(0|[1-9]\d{0,14})(\.\d{1,9})?$/.test(text) ? Number(text) : text
}

/** A copy in which YAML's aliases cannot multiply: a few lines of them can stand for more than a memory holds. */
export const boundedCopy = (value: unknown): unknown => {
  let room = MOST_VALUES
  const copy = (from: unknown, depth: number): unknown => {
    if (--room < 0 || depth > DEEPEST) return null
    if (Array.isArray(from)) return from.slice(0, room).map((each) => copy(each, depth + 1))
    if (typeof from === 'string') return scalarOf(from)
    if (typeof from !== 'object' || from === null) return from
    const entries = Object.entries(from).slice(0, room)
    return Object.fromEntries(entries.map(([key, each]) => [key, copy(each, depth + 1)]))
  }
  return copy(value, 0)
}
