import { SHARE_TARGETS, type Site } from '../../../archive/root.ts'
import { HOST_NAMES } from '../../host-budgets.ts'
import type { Note } from '../../problems.ts'
import type { SiteConfig } from '../../site-config.ts'
import { type ConfigFile, flagAt, isMap, lineOfKey, listAt, oneOfAt, refuse, valueAt } from './config-file.ts'

type OwnSettings = Pick<
  SiteConfig,
  | 'drafts'
  | 'strict'
  | 'archiveDirs'
  | 'formerPermalinks'
  | 'aliases'
  | 'liquid'
  | 'host'
  | 'pages'
  | 'graceHours'
  | 'search'
  | 'feedDays'
  | 'precompress'
> &
  Pick<Site, 'share'>

const KNOWN = new Set([
  'drafts',
  'strict',
  'archive_dirs',
  'former_permalinks',
  'aliases',
  'liquid',
  'host',
  'pages',
  'grace_hours',
  'search',
  'precompress',
  // Of the site: see read-config.ts.
  'image',
  'share',
  'feed_days',
])

/** Reads Kanbao's own settings, which stand under `kanbao:`. Each has a default; one of a wrong type is refused. */
export const readOwnSettings = (file: ConfigFile, note: Note): OwnSettings => {
  const own = valueAt(file, 'kanbao') ?? {}
  if (!isMap(own)) return refuse(file, 'kanbao', 'expected settings below it, each as “name: value”')
  for (const name of Object.keys(own).filter((each) => !KNOWN.has(each)))
    note('configuration', `kanbao.${name} is no setting`, 'ignored it', lineOfKey(file, `kanbao.${name}`))
  return {
    drafts: flagAt(file, 'kanbao.drafts', false),
    strict: flagAt(file, 'kanbao.strict', false),
    archiveDirs: listAt(file, 'kanbao.archive_dirs').map((dir) => folderIn(file, dir)),
    formerPermalinks: listAt(file, 'kanbao.former_permalinks'),
    aliases: listAt(file, 'kanbao.aliases').map((host) => hostIn(file, host)),
    liquid: flagAt(file, 'kanbao.liquid', false),
    host: oneOfAt(file, 'kanbao.host', HOST_NAMES, 'any'),
    pages: pagesIn(file),
    graceHours: wholeNumberAt(file, 'grace_hours', '24', 'hours'),
    search: flagAt(file, 'kanbao.search', true),
    precompress: flagAt(file, 'kanbao.precompress', false),
    ...(valueAt(file, 'kanbao.share') !== undefined && { share: shareIn(file) }),
    feedDays: wholeNumberAt(file, 'feed_days', '31', 'days'),
  }
}

/** Each name once; an empty list is a site that wants none. */
const shareIn = (file: ConfigFile): readonly string[] => {
  const names = listAt(file, 'kanbao.share')
  const strange = names.find((name) => !SHARE_TARGETS.some((target) => target === name))
  if (strange !== undefined)
    return refuse(file, 'kanbao.share', `“${strange}” is none of ${SHARE_TARGETS.join(', ')}`)
  return [...new Set(names)]
}

/** `./old_post/` → `old_post`. */
const folderIn = (file: ConfigFile, written: string): string => {
  const names = written.split('/').filter((name) => name && name !== '.')
  if (names.includes('..') || names.length === 0)
    return refuse(file, 'kanbao.archive_dirs', `“${written}” is not a folder of the site`)
  return names.join('/')
}

/** `https://News.example/` → `news.example`; a port is part of a host. */
const hostIn = (file: ConfigFile, written: string): string => {
  const url = `https://${written.replace(/^(https?:)?\/\//i, '')}`
  if (!URL.canParse(url) || new URL(url).pathname !== '/')
    return refuse(file, 'kanbao.aliases', `“${written}” is not a host such as news.example`)
  return new URL(url).host
}

/** `newest 500`, `500`, `all` or `none`. */
const pagesIn = (file: ConfigFile): 'all' | number => {
  const written = valueAt(file, 'kanbao.pages') ?? 'all'
  if (written === 'all') return 'all'
  if (written === 'none') return 0
  const [, count] = (typeof written === 'string' && /^(?:newest\s+)?(\d{1,9})$/.exec(written)) || []
  if (count === undefined)
    return refuse(file, 'kanbao.pages', 'expected all, none, or a whole number such as newest 5000')
  return Number(count)
}

const wholeNumberAt = (file: ConfigFile, name: string, fallback: string, of: 'hours' | 'days'): number => {
  const written = valueAt(file, `kanbao.${name}`) ?? fallback
  return typeof written === 'string' && /^\d{1,5}$/.test(written)
    ? Number(written)
    : refuse(file, `kanbao.${name}`, `expected a whole number of ${of}`)
}
