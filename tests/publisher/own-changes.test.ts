import { expect, it } from 'vitest'
import { ownChanges } from '../../src/publisher/own-changes.ts'
import { CONFIG, newSite } from './site-folder.ts'

const FOUND = {
  posts: ['_posts/a.md', 'x/_posts/b.md'],
  staticFiles: ['.htaccess'],
  problems: [{ kind: 'file' as const, file: '_posts/old.txt', wrong: '', done: '' }],
}

it('leaves out what programs leave behind, and nothing that may count', () => {
  const folder = newSite({ '_posts/a.md': '', '_posts/.a.md.swp': '', '_posts/a.md~': '', '.htaccess': '' })
  const kept = ['', '_posts/a.md', '_posts/a.md~', '.htaccess', 'x/_posts/b.md', 'x', '_posts/old.txt']
  const changed = new Set([...kept, '_posts/4913', '_posts/.a.md.swp', '.idea/workspace.xml', 'gone/away.md'])
  expect([...ownChanges(folder, changed, FOUND, CONFIG)]).toEqual(kept)
  const rules = { ...CONFIG, include: ['.well-known'], archiveDirs: ['.old'] }
  const dotted = new Set(['.well-known/a.txt', '.old/b.md', '.other'])
  // They are not there: whatever is gone again does not count.
  expect([...ownChanges(folder, dotted, FOUND, rules)]).toEqual([])
  const there = newSite({ '.well-known/a.txt': '', '.old/b.md': '', '.other': '' })
  expect([...ownChanges(there, dotted, FOUND, rules)]).toEqual(['.well-known/a.txt', '.old/b.md'])
})
