import { expect, it } from 'vitest'
import { standingShards } from '../../src/publisher/standing-shards.ts'
import { fill, newFolder } from './site-folder.ts'

it('lists what stands below archive/, and nothing else', () => {
  const files = { 'archive/root.json': '', 'archive/page/a/b.json': '', 'a.html': '', 'x/archive/c.json': '' }
  expect([...standingShards(fill(newFolder(), files))].sort()).toEqual([
    'archive/page/a/b.json',
    'archive/root.json',
  ])
})

it('nothing stands where there is no folder', () => {
  expect(standingShards(undefined).size).toBe(0)
})
