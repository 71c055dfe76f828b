import yaml from 'js-yaml'
import { SiteError } from '../../problems.ts'

/** A `_config.yml` with its scalars as strings. A key is `permalink` or, within a map, `kanbao.drafts`. */
export interface ConfigFile {
  readonly path: string
  readonly source: string
  readonly values: Readonly<Record<string, unknown>>
}

/** @throws SiteError with the line, when the file is no map in YAML. */
export const parseConfig = (path: string, source: string): ConfigFile => {
  try {
    const values = yaml.load(source, { schema: yaml.FAILSAFE_SCHEMA })
    if (values === null || values === undefined) return { path, source, values: {} }
    if (isMap(values)) return { path, source, values }
  } catch (thrown) {
    const { mark, reason } = thrown as yaml.YAMLException
    throw new SiteError(`${path}:${(mark?.line ?? 0) + 1}: not valid YAML: ${reason ?? String(thrown)}`)
  }
  throw new SiteError(`${path}:1: expected a list of settings, each as “name: value”`)
}

export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value of a setting as it stands; nothing for one that is missing or empty. */
export const valueAt = ({ values }: ConfigFile, key: string): unknown => {
  const value = key
    .split('.')
    .reduce<unknown>(
      (within, name) => (isMap(within) && Object.hasOwn(within, name) ? within[name] : undefined),
      values,
    )
  return value === null || value === '' ? undefined : value
}

/** The line that a setting stands on; of one that is not found, its map's. */
export const lineOfKey = ({ source }: ConfigFile, key: string): number => {
  const lines = source.split('\n')
  let line = 0
  for (const [depth, name] of key.split('.').entries()) {
    const found = lines.findIndex((text, index) => {
      const bare = depth > 0 ? text.replace(/^[\s{-]+/, '') : text
      return index >= line && new RegExp(`^["']?${quote(name)}["']?\\s*:`).test(bare)
    })
    if (found < 0) break
    line = found
  }
  return line + 1
}

const quote = (name: string): string => name.replace(/[^\w-]/g, '\\$&')

/** Refuses a setting by file, line and name. */
export const refuse = (file: ConfigFile, key: string, why: string): never => {
  throw new SiteError(`${file.path}:${lineOfKey(file, key)}: ${key}: ${why}`)
}

export const textAt = (file: ConfigFile, key: string, fallback = '', limit = 200): string => {
  const value = valueAt(file, key)
  if (value === undefined) return fallback
  if (typeof value !== 'string') return refuse(file, key, 'expected text')
  return value.trim().slice(0, limit)
}

/** A list of texts; a single text is a list of one. */
export const listAt = (
  file: ConfigFile,
  key: string,
  fallback: readonly string[] = [],
): readonly string[] => {
  const value = valueAt(file, key)
  if (value === undefined) return fallback
  const list = typeof value === 'string' ? [value] : value
  if (!Array.isArray(list) || !list.every((each) => typeof each === 'string'))
    return refuse(file, key, 'expected a list of texts')
  return list.map((each) => each.trim()).filter(Boolean)
}

/** Yes or no, in the words YAML 1.1 has for them, which are Jekyll's. */
export const flagAt = (file: ConfigFile, key: string, fallback: boolean): boolean => {
  const value = valueAt(file, key)
  if (value === undefined) return fallback
  if (typeof value === 'string' && /^(true|yes|on)$/i.test(value)) return true
  if (typeof value === 'string' && /^(false|no|off)$/i.test(value)) return false
  return refuse(file, key, 'expected true or false')
}

/** One of the words that a setting may have. */
export const oneOfAt = <T extends string>(
  file: ConfigFile,
  key: string,
  words: readonly T[],
  fallback: T,
): T => {
  const value = valueAt(file, key)
  if (value === undefined) return fallback
  return words.find((word) => word === value) ?? refuse(file, key, `expected one of ${words.join(', ')}`)
}
