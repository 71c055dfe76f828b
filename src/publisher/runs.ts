/** Neighbours with the same key, as one run. */
export const runsOf = <T>(items: readonly T[], keyOf: (item: T) => string): [key: string, run: T[]][] => {
  const runs: [string, T[]][] = []
  for (const item of items) {
    const key = keyOf(item)
    const last = runs.at(-1)
    if (last?.[0] === key) last[1].push(item)
    else runs.push([key, [item]])
  }
  return runs
}

/** Consecutive pieces of `size` items; the last may have fewer. */
export const piecesOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
