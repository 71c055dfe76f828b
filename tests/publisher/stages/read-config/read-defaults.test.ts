import { expect, it } from 'vitest'
import { parseConfig } from '../../../../src/publisher/stages/read-config/config-file.ts'
import { readDefaults } from '../../../../src/publisher/stages/read-config/read-defaults.ts'
import { notes } from '../../site-folder.ts'

const read = (text: string) => {
  const { taken, note } = notes()
  return { sets: readDefaults(parseConfig('c.yml', text), note), taken }
}

it('reads scopes and values', () => {
  const text =
    'defaults:\n  - scope: { path: "/blog", type: post }\n    values: { layout: x }\n  - values: { a: [b] }\n'
  expect(read(text)).toEqual({
    sets: [
      { path: 'blog', type: 'posts', values: { layout: 'x' } },
      { path: '', type: undefined, values: { a: ['b'] } },
    ],
    taken: [],
  })
})

it('names a set that is none, and goes on', () => {
  expect(read('a: 1\ndefaults:\n  - scope: {}\n  - values: { a: b }\n')).toMatchObject({
    sets: [{ values: { a: 'b' } }],
    taken: ['2: configuration: defaults: entry 1 has no values; went on without it'],
  })
  expect(read('defaults: { a: b }\n')).toEqual({
    sets: [],
    taken: ['1: configuration: defaults: is not a list; went on without it'],
  })
})
