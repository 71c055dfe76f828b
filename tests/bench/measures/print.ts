/** One line of a bench's report: what was measured, and the figures. */
export const print = (what: string, ...figures: readonly string[]): void => {
  process.stdout.write(`${what.padEnd(28)} ${figures.join(' · ')}\n`)
}

export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(bytes < 100_000 ? 1 : 0)} kB`
