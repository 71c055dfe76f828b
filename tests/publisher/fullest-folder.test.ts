import { expect, it } from 'vitest'
import { fullestFolder } from '../../src/publisher/fullest-folder.ts'

it('counts the files of a folder, not those below it', () => {
  expect(fullestFolder(['a/b/1', 'a/b/2', 'a/1', 'c/1', 'd'])).toEqual({ folder: 'a/b', files: 2 })
  expect(fullestFolder(['a.html', 'b.html', 'c/d.html'])).toEqual({ folder: '', files: 2 })
  expect(fullestFolder([])).toEqual({ folder: '', files: 0 })
})
