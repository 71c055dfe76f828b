import { expect, it } from 'vitest'
import { parseConfig } from '../../../../src/publisher/stages/read-config/config-file.ts'
import { readArchives } from '../../../../src/publisher/stages/read-config/read-archives.ts'

it.each([
  ['title: x', []],
  ['jekyll-archives: { enabled: all }', ['categories', 'year', 'month', 'day']],
  ['jekyll-archives: { enabled: [month, categories, tags] }', ['categories', 'month']],
  [
    'jekyll-archives: { enabled: all, permalinks: { category: "/c/:name/", year: "/:year/" } }',
    ['year', 'month', 'day'],
  ],
])('%s', (source, kinds) => {
  expect(readArchives(parseConfig('_config.yml', source))).toEqual(kinds)
})
