import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** One line of a table, by the names of its columns. */
export type Row = Readonly<Record<string, string>>

export interface Section {
  readonly name: string
  /** What the figures mean. */
  readonly note: string
  /** How many columns, from the first, say what was measured: a new row replaces the one that has the same. */
  readonly keys: number
}

const RESULTS = new URL('../RESULTS.md', import.meta.url)
const TITLE =
  '# What the benches measured\n\nWritten by `npm run bench`, which replaces the rows it measures again.\n'

/** Keeps rows in RESULTS.md. */
export const keepRows = (section: Section, rows: readonly Row[]): void => {
  const text = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : TITLE
  writeFileSync(RESULTS, withRows(text, section, rows))
}

/** The text of RESULTS.md with these rows in their section, which is made if it is missing. */
export const withRows = (text: string, section: Section, rows: readonly Row[]): string => {
  const [head = '', ...parts] = text.split(/^(?=## )/m).map((part) => part.trim())
  const isOurs = (part: string): boolean => part.startsWith(`## ${section.name}\n`)
  const old = parseTable(parts.find(isOurs) ?? '')
  // Columns are those of today; what an older table had besides is let go.
  const ours = writeSection(section, Object.keys(rows[0] ?? {}), merge(section.keys, [...old, ...rows]))
  const all = parts.some(isOurs) ? parts.map((part) => (isOurs(part) ? ours : part)) : [...parts, ours]
  return `${[head, ...all].join('\n\n')}\n`
}

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim())

const parseTable = (text: string): Row[] => {
  const [header = '', , ...lines] = text.split('\n').filter((line) => line.startsWith('|'))
  const columns = cellsOf(header)
  return lines.map((line) => {
    const cells = cellsOf(line)
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']))
  })
}

/** A new row takes the place of the old one of the same keys; sizes, which the first column begins with, rise. */
const merge = (keys: number, rows: readonly Row[]): Row[] => {
  const keyOf = (row: Row): string => Object.values(row).slice(0, keys).join('|')
  const first = (row: Row): string => Object.values(row)[0] ?? ''
  const size = (row: Row): number => Number.parseInt(first(row).replaceAll(',', ''), 10)
  // A Map keeps the place of a key that is set again.
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()].sort(
    (a, b) => size(a) - size(b) || first(a).length - first(b).length,
  )
}

const writeSection = ({ name, note }: Section, columns: readonly string[], rows: readonly Row[]): string => {
  const table = [columns, columns.map(() => ''), ...rows.map((row) => columns.map((each) => row[each] ?? ''))]
  const widths = columns.map((_, index) => Math.max(3, ...table.map((cells) => cells[index]?.length ?? 0)))
  const lines = table.map((cells, line) => {
    const padded = cells.map((cell, index) => cell.padEnd(widths[index] ?? 0, line === 1 ? '-' : ' '))
    return `| ${padded.join(' | ')} |`
  })
  return `## ${name}\n\n${note}\n\n${lines.join('\n')}`
}
