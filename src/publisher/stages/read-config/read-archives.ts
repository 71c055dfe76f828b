import { ARCHIVES } from '../../../archive/list-address.ts'
import { type ConfigFile, valueAt } from './config-file.ts'

/** The permalinks that jekyll-archives has by itself; lists at other addresses are not answered. */
const PERMALINKS: Readonly<Record<(typeof ARCHIVES)[number], [name: string, permalink: string]>> = {
  categories: ['category', '/category/:name/'],
  year: ['year', '/:year/'],
  month: ['month', '/:year/:month/'],
  day: ['day', '/:year/:month/:day/'],
}

/** Which lists have addresses of their own: `jekyll-archives.enabled`, `all` or a list of names. */
export const readArchives = (file: ConfigFile): readonly string[] => {
  const enabled = valueAt(file, 'jekyll-archives.enabled')
  return ARCHIVES.filter((kind) => {
    if (enabled !== 'all' && !(Array.isArray(enabled) && enabled.includes(kind))) return false
    const [name, permalink] = PERMALINKS[kind]
    const own = valueAt(file, `jekyll-archives.permalinks.${name}`)
    return own === undefined || own === permalink
  })
}
