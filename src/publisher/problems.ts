/** What can be wrong with a site; the report counts by these words. */
export type ProblemKind =
  | 'file'
  | 'encoding'
  | 'front-matter'
  | 'title'
  | 'date'
  | 'twin'
  | 'address'
  | 'link'
  | 'markup'
  | 'size'
  | 'configuration'
  | 'unpublished'

/** One thing that was wrong, where, and what became of it. `file` is relative to the site folder; lines count from 1. */
export interface Problem {
  readonly kind: ProblemKind
  readonly file: string
  readonly line?: number
  readonly wrong: string
  readonly done: string
}

/** Takes a problem of the file at hand. */
export type Note = (kind: ProblemKind, wrong: string, done: string, line?: number) => void

/** Stops a publish: nothing sensible can be made of the site as it is. The message names the file. */
export class SiteError extends Error {
  override readonly name = 'SiteError'
}

/** A note taker for one file that appends to `problems`. */
export const noteFor =
  (problems: Problem[], file: string): Note =>
  (kind, wrong, done, line) => {
    problems.push({ kind, file, ...(line !== undefined && { line }), wrong, done })
  }

/** Sorted by file, then line, so that equal sites give equal reports. */
export const sortProblems = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort(
    (a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compare(a.kind, b.kind),
  )

/** Orders strings by code unit: the same on every machine, unlike a locale's order. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
