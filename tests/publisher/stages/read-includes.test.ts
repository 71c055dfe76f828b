import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readIncludes } from '../../../src/publisher/stages/read-includes.ts'
import { newSite, notes } from '../site-folder.ts'

it('reads _includes with what is in its folders, and nothing else', () => {
  const site = newSite({ '_includes/a.html': '甲', '_includes/b/c.md': '乙', 'secret.txt': '密' })
  expect({ ...readIncludes(site, notes().note) }).toEqual({ 'a.html': '甲', 'b/c.md': '乙' })
})

it('follows no symbolic link and takes no huge file', () => {
  const site = newSite({ 'secret.txt': '密', '_includes/huge.html': 'x'.repeat(200_001) })
  symlinkSync(join(site, 'secret.txt'), join(site, '_includes/link.html'))
  mkdirSync(join(site, 'outside'))
  writeFileSync(join(site, 'outside/a.html'), '外')
  symlinkSync(join(site, 'outside'), join(site, '_includes/folder'))
  const { taken, note } = notes()
  expect({ ...readIncludes(site, note) }).toEqual({})
  expect(taken).toHaveLength(3)
})

it('is empty without _includes', () => {
  expect({ ...readIncludes(newSite({}), notes().note) }).toEqual({})
})
