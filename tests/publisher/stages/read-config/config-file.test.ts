import { describe, expect, it } from 'vitest'
import {
  flagAt,
  lineOfKey,
  listAt,
  parseConfig,
  textAt,
  valueAt,
} from '../../../../src/publisher/stages/read-config/config-file.ts'

const file = parseConfig(
  'c.yml',
  'title: a\nkanbao:\n  drafts: yes\n  list: [a, b]\nlist:\n  - x\nempty:\n"quoted": 1\n',
)

it('finds a setting, and the line it stands on', () => {
  const at = (key: string) => [valueAt(file, key), lineOfKey(file, key)]
  expect(at('title')).toEqual(['a', 1])
  expect(at('kanbao.drafts')).toEqual(['yes', 3])
  expect(at('kanbao.none')).toEqual([undefined, 2])
  expect(at('empty')).toEqual([undefined, 7])
  expect(at('quoted')).toEqual(['1', 8])
  expect(at('constructor')).toEqual([undefined, 1])
  expect(at('title.length')).toEqual([undefined, 1])
})

describe('types', () => {
  it('are checked where a value is read', () => {
    expect(flagAt(file, 'kanbao.drafts', false)).toBe(true)
    expect(listAt(file, 'kanbao.list')).toEqual(['a', 'b'])
    expect(listAt(file, 'title')).toEqual(['a'])
    expect(listAt(file, 'none', ['x'])).toEqual(['x'])
    expect(textAt(file, 'none', 'x')).toBe('x')
  })

  it('of another kind are refused by file, line and name', () => {
    expect(() => flagAt(file, 'title', false)).toThrow('c.yml:1: title: expected true or false')
    expect(() => listAt(file, 'kanbao')).toThrow('c.yml:2: kanbao: expected a list of texts')
    expect(() => textAt(file, 'kanbao.list')).toThrow('c.yml:4: kanbao.list: expected text')
  })
})
