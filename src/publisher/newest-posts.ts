import { compare } from './problems.ts'

const DATED = /^\d{4}-\d/

/** The newest posts by the dates in their file names, sorted by path as they came; others count as the oldest. */
export const newestPosts = (paths: readonly string[], count: number): string[] =>
  paths
    .map((path): [name: string, path: string] => [path.slice(path.lastIndexOf('/') + 1), path])
    .map(([name, path]): [string, string] => [DATED.test(name) ? name : '', path])
    .sort(([a], [b]) => compare(a, b))
    .slice(-count)
    .map(([, path]) => path)
    .sort(compare)
