import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Site } from '../../../archive/root.ts'
import { type Note, SiteError } from '../../problems.ts'
import type { SiteConfig } from '../../site-config.ts'
import {
  type ConfigFile,
  flagAt,
  isMap,
  listAt,
  parseConfig,
  refuse,
  textAt,
  valueAt,
} from './config-file.ts'
import { noteUnsupported } from './note-unsupported.ts'
import { readArchives } from './read-archives.ts'
import { readDefaults } from './read-defaults.ts'
import { readFeed } from './read-feed.ts'
import { readOwnSettings } from './read-own-settings.ts'

const CONFIG = '_config.yml'

/** Jekyll adds these to whatever a site excludes. */
const EXCLUDED =
  '.sass-cache .jekyll-cache gemfiles Gemfile Gemfile.lock node_modules vendor/bundle vendor/cache vendor/gems vendor/ruby'

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
  const file = existsSync(path)
    ? parseConfig(path, readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))
    : { path, source: '', values: {} }
  noteUnsupported(file, note)
  const permalink = textAt(file, 'permalink', 'date', 300)
  const { share, ...own } = readOwnSettings(file, note)
  return {
    // What readers are offered is theirs to know.
    site: { ...readSite(file, note), ...(share && { share }) },
    // The posts' own setting goes before the site's.
    permalink: textAt(file, 'collections.posts.permalink', permalink, 300),
    markdownExt: textAt(file, 'markdown_ext', 'markdown,mkdown,mkdn,mkd,md')
      .toLowerCase()
      .split(/[\s,]+/),
    include: listAt(file, 'include', ['.htaccess']),
    exclude: [...listAt(file, 'exclude'), ...EXCLUDED.split(' ')],
    collectionsDir: textAt(file, 'collections_dir').replace(/^[./]+|\/+$/g, ''),
    defaults: readDefaults(file, note),
    future: flagAt(file, 'future', true),
    excerptSeparator: textAt(file, 'excerpt_separator'),
    ...own,
  }
}

const readSite = (file: ConfigFile, note: Note): Site => {
  const archives = readArchives(file)
  // jekyll-seo-tag has the same picture under `logo`.
  const image = textAt(file, 'kanbao.image', textAt(file, 'logo', '', 500), 500)
  const timezone = textAt(file, 'timezone', 'UTC', 64)
  if (!isTimezone(timezone)) refuse(file, 'timezone', `“${timezone}” is not a time zone of the IANA list`)
  const lang = textAt(file, 'lang', 'zh-CN', 35)
  const url = textAt(file, 'url', '', 300).replace(/\/+$/, '')
  const feed = readFeed(file, url, note)
  return {
    title: textAt(file, 'title', '看报'),
    description: textAt(file, 'description', '', 500),
    lang: canonicalLanguage(lang) ?? refuse(file, 'lang', `“${lang}” is not a language tag such as zh-CN`),
    timezone,
    url,
    baseurl: baseOf(textAt(file, 'baseurl', '', 300)),
    // Jekyll's themes take the author as a name or as a map with one.
    author: textAt(file, isMap(valueAt(file, 'author')) ? 'author.name' : 'author'),
    ...(archives.length > 0 && { archives }),
    ...(image && { image }),
    ...(feed !== undefined && { feed }),
  }
}

const canonicalLanguage = (lang: string): string | undefined => {
  try {
    return Intl.getCanonicalLocales(lang)[0]
  } catch {
    return undefined
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
