import { compare } from './problems.ts'

/** Paths in the order of their code units, each with its place in the list that they came from. */
export interface Placed {
  readonly sorted: readonly string[]
  /** Of each sorted path; absent when the list was sorted already. */
  readonly places?: readonly number[]
}

/** Puts paths in order. */
export const inOrder = (paths: readonly string[]): Placed => {
  const isSorted = paths.every((path, place) => place === 0 || (paths[place - 1] ?? '') <= path)
  if (isSorted) return { sorted: paths }
  const places = [...paths.keys()].sort((a, b) => compare(paths[a] ?? '', paths[b] ?? ''))
  return { sorted: places.map((place) => paths[place] ?? ''), places }
}

/**
 * Finds the place of a path, whatever the order of the questions. Where they come nearly sorted, as from git, most
 * answers are the next path: a million cost a quarter of what a map takes, which jumps through the memory for each.
 */
export const finder = ({ sorted, places }: Placed): ((path: string) => number | undefined) => {
  let next = 0
  return (path) => {
    if (sorted[next] !== path) next = bisect(sorted, path)
    if (sorted[next] !== path) return undefined
    const found = next++
    return places ? places[found] : found
  }
}

/** Where the first path lies that is not before this one. */
const bisect = (sorted: readonly string[], path: string): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? '') < path) low = middle + 1
    else high = middle
  }
  return low
}
