import { expect, it } from 'vitest'
import { stampFiles } from '../../../src/publisher/crew/stamp-files.ts'
import { fileStamp } from '../../../src/publisher/file-stamp.ts'
import { fill, newFolder } from '../site-folder.ts'

it('stamps files below a folder, in order; what is not there has none', () => {
  const folder = fill(newFolder(), { 'a.md': 'a', '中/b c.md': 'b' })
  const now = Date.now() + 10_000
  const stamps = stampFiles({ folder, paths: 'a.md\0gone.md\0中/b c.md', now })
  expect([...stamps]).toEqual([fileStamp(`${folder}/a.md`, now), 0, fileStamp(`${folder}/中/b c.md`, now)])
  expect(stamps[0]).toBeGreaterThan(0)
})
