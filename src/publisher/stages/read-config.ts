import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import yaml from 'js-yaml'
import type { Site } from '../../archive/root.ts'
import { type Note, SiteError } from '../problems.ts'

export interface SiteConfig {
  readonly site: Site
  /** A style such as `pretty`, or a template such as `/:year/:title.html`. */
  readonly permalink: string
  /** Whether Liquid in bodies is to be rendered. */
  readonly liquid: boolean
}

const CONFIG = '_config.yml'

/**
 * Reads `_config.yml`. What is missing gets a default (https://jekyllrb.com/docs/configuration/default/).
 * @throws SiteError when the folder is no Jekyll site, or the file cannot be read as YAML.
 */
export const readConfig = (folder: string, note: Note): SiteConfig => {
  if (!existsSync(folder)) throw new SiteError(`${folder}: there is no such folder`)
  if (!statSync(folder).isDirectory()) throw new SiteError(`${folder}: is a file, not a site folder`)
  const path = join(folder, CONFIG)
  if (!existsSync(path)) {
    if (!existsSync(join(folder, '_posts')))
      throw new SiteError(`${folder}: has neither ${CONFIG} nor _posts; is it a Jekyll site?`)
    note('configuration', 'the site has no _config.yml', 'took the defaults')
  }
  const values = existsSync(path) ? parseConfig(path, readFileSync(path, 'utf8')) : {}
  const text = (key: string, fallback = '', limit = 200): string =>
    textOf(values[key], key, fallback, limit, path)
  const timezone = text('timezone', 'UTC', 64)
  if (!isTimezone(timezone))
    throw new SiteError(`${path}: timezone: “${timezone}” is not a time zone of the IANA list`)
  return {
    site: {
      title: text('title', '看报'),
      description: text('description', '', 500),
      lang: languageOf(text('lang', 'zh-CN', 35), path),
      timezone,
      url: text('url', '', 300).replace(/\/+$/, ''),
      baseurl: baseOf(text('baseurl', '', 300)),
      author: authorOf(values.author, path),
    },
    permalink: text('permalink', 'date', 300),
    liquid: (values.kanbao as { liquid?: unknown } | undefined)?.liquid === 'true',
  }
}

const parseConfig = (path: string, source: string): Record<string, unknown> => {
  try {
    const values = yaml.load(source, { schema: yaml.FAILSAFE_SCHEMA })
    if (values === null || values === undefined) return {}
    if (typeof values === 'object' && !Array.isArray(values)) return values as Record<string, unknown>
  } catch (thrown) {
    const { mark, reason } = thrown as yaml.YAMLException
    throw new SiteError(`${path}:${(mark?.line ?? 0) + 1}: not valid YAML: ${reason ?? String(thrown)}`)
  }
  throw new SiteError(`${path}:1: expected a list of settings, each as “name: value”`)
}

const textOf = (value: unknown, key: string, fallback: string, limit: number, path: string): string => {
  if (value === undefined || value === null || value === '') return fallback
  if (typeof value !== 'string') throw new SiteError(`${path}: ${key}: expected text`)
  return value.trim().slice(0, limit)
}

/** Jekyll's themes take the author as a name or as a map with one. */
const authorOf = (value: unknown, path: string): string =>
  textOf(
    typeof value === 'object' && value !== null ? (value as { name?: unknown }).name : value,
    'author',
    '',
    200,
    path,
  )

const languageOf = (lang: string, path: string): string => {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? lang
  } catch {
    throw new SiteError(`${path}: lang: “${lang}” is not a language tag such as zh-CN`)
  }
}

const isTimezone = (name: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

/** `news/` → `/news`; `/` → ``. */
const baseOf = (value: string): string => {
  const path = value.replace(/^\/+|\/+$/g, '')
  return path && `/${path}`
}
