import type { Note } from '../../problems.ts'
import type { DefaultSet } from '../../site-config.ts'
import { type ConfigFile, isMap, lineOfKey, valueAt } from './config-file.ts'

/** Names that Jekyll still takes for the ones of today. */
const OLD_TYPES: Readonly<Record<string, string>> = { post: 'posts', page: 'pages', draft: 'drafts' }

/** Reads `defaults:`. A set that is none is left out, as Jekyll does, and named. */
export const readDefaults = (file: ConfigFile, note: Note): readonly DefaultSet[] => {
  const sets = valueAt(file, 'defaults') ?? []
  const line = lineOfKey(file, 'defaults')
  if (!Array.isArray(sets)) {
    note('configuration', 'defaults: is not a list', 'went on without it', line)
    return []
  }
  return sets.flatMap((set: unknown, index) => {
    if (isMap(set) && isMap(set.values)) return [defaultSet(set.values, isMap(set.scope) ? set.scope : {})]
    note('configuration', `defaults: entry ${index + 1} has no values`, 'went on without it', line)
    return []
  })
}

const defaultSet = (values: DefaultSet['values'], scope: Readonly<Record<string, unknown>>): DefaultSet => ({
  path: typeof scope.path === 'string' ? scope.path.replace(/^\/+/, '') : '',
  type: typeof scope.type === 'string' ? (OLD_TYPES[scope.type] ?? scope.type) : undefined,
  values,
})
