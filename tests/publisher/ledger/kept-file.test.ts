import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { listFiles, readWhole, removeFile, writeWhole } from '../../../src/publisher/ledger/kept-file.ts'
import { newFolder } from '../site-folder.ts'

const TEXT = '{"看":"报"}'
const newFile = (text = TEXT): string => {
  const path = join(newFolder(), 'a/b.json')
  writeWhole(path, text)
  return path
}

it.each([TEXT, '', '\n', '\uFEFFa\0'])(
  '%j is read as it was written, and leaves nothing beside it',
  (text) => {
    const path = newFile(text)
    expect(readWhole(path)).toBe(text)
    expect(listFiles(join(path, '..'))).toEqual(['b.json'])
  },
)

it('takes the place of the file before', () => {
  const path = newFile()
  writeWhole(path, 'new')
  expect(readWhole(path)).toBe('new')
})

it('is nothing when it is missing, cut off anywhere, longer or changed', () => {
  expect(readWhole(join(newFolder(), 'none'))).toBeUndefined()
  const { length } = readFileSync(newFile())
  for (let size = 0; size < length; size++) {
    const path = newFile()
    truncateSync(path, size)
    expect([size, readWhole(path)]).toEqual([size, undefined])
  }
  for (let at = 0; at < length; at++) {
    const path = newFile()
    const bytes = readFileSync(path)
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    writeFileSync(path, bytes)
    expect([at, readWhole(path)]).toEqual([at, undefined])
  }
  const path = newFile()
  appendFileSync(path, ' ')
  expect(readWhole(path)).toBeUndefined()
})

it('lists and removes what is there, and bears what is not', () => {
  const path = newFile()
  expect(listFiles(join(path, 'none'))).toEqual([])
  removeFile(path)
  removeFile(path)
  expect(listFiles(join(path, '..'))).toEqual([])
})

it('says what to do where no file can be', () => {
  const path = join(newFile(), 'below-a-file.json')
  expect(() => writeWhole(path, TEXT)).toThrow(/b\.json\/below.*: cannot be written \(E\w+\); CACHE names/)
})
