import type { Row } from './results.ts'

/** One line of a bench's report: what was measured, and the figures. */
export const print = (what: string, ...figures: readonly string[]): void => {
  process.stdout.write(`${what.padEnd(28)} ${figures.join(' · ')}\n`)
}

/** A row of the results as a line: its keys, then each figure with its name. */
export const printRow = (row: Row, keys: number): void => {
  const cells = Object.entries(row).filter(([, cell]) => cell)
  const what = cells.slice(0, keys).map(([, cell]) => cell)
  print(what.join(', '), ...cells.slice(keys).map(([name, cell]) => `${name} ${cell}`))
}
