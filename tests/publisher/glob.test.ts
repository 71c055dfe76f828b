import { expect, it } from 'vitest'
import { globOf } from '../../src/publisher/glob.ts'

// The last two columns are what Ruby’s File.fnmatch? and Dir.glob say of the same.
it.each([
  ['*.md', 'a.md', true, true],
  ['*.md', 'a/b.md', true, false],
  ['a/*/c', 'a/b/c', true, true],
  ['a/*/c', 'a/b/b/c', true, false],
  ['a/**/c', 'a/b/b/c', true, true],
  ['a?c', 'abc', true, true],
  ['a?c', 'a/c', true, false],
  ['[ab].md', 'b.md', true, true],
  ['[!ab].md', 'b.md', false, false],
  ['[!ab].md', 'c.md', true, true],
  ['a+(b).md', 'a+(b).md', true, true],
  ['a.md', 'aXmd', false, false],
  ['\\*', '*', true, true],
  ['\\*', 'a', false, false],
  ['[z-a]', 'a', false, false],
  ['[', '[', true, true],
])('%s and %s', (pattern, path, crossing, within) => {
  expect([globOf(pattern, true).test(path), globOf(pattern, false).test(path)]).toEqual([crossing, within])
})
