import { globOf } from '../glob.ts'
import type { PostPlace } from '../post-place.ts'
import type { DefaultSet } from '../site-config.ts'

type Matter = Readonly<Record<string, unknown>>

/**
 * Front matter with the site's `defaults:` behind it, as Jekyll merges them: the longest path wins, then a set with
 * a type, then the later one; a post's own value goes before all, but categories add up.
 */
export const applyDefaults = (
  sets: readonly DefaultSet[],
  place: Pick<PostPlace, 'path'>,
  own: Matter,
  type = 'posts',
): Matter => {
  if (sets.length === 0) return own
  let merged: Matter = {}
  let strongest: DefaultSet | undefined
  for (const set of sets.filter((each) => isFor(each, place.path, type))) {
    if (strongest === undefined || goesBefore(set, strongest)) {
      merged = { ...merged, ...set.values }
      strongest = set
    } else merged = { ...set.values, ...merged }
  }
  // `name:` without a value says nothing: the default stays.
  const written = Object.entries(own).filter(([, value]) => value !== null && value !== '')
  const categories = [...wordsOf(merged.categories), ...wordsOf(own.categories)]
  return Object.assign(Object.create(null), merged, Object.fromEntries(written), { categories })
}

const isFor = ({ type, path }: DefaultSet, of: string, ofType: string): boolean => {
  if (type !== undefined && type !== ofType) return false
  if (!path.includes('*')) return of.startsWith(path)
  // A pattern names files and folders that are there; what lies below one is meant, too.
  const pattern = globOf(path, false)
  return of.split('/').some((_, index, names) => pattern.test(names.slice(0, index + 1).join('/')))
}

const goesBefore = (set: DefaultSet, strongest: DefaultSet): boolean =>
  set.path.length === strongest.path.length
    ? set.type !== undefined || strongest.type === undefined
    : set.path.length > strongest.path.length

const wordsOf = (value: unknown): readonly unknown[] =>
  typeof value === 'string'
    ? value.split(/[ \t\n\v\f\r]+/).filter(Boolean)
    : Array.isArray(value)
      ? value
      : []
