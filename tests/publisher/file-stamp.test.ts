import {
  copyFileSync,
  linkSync,
  mkdirSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { fileStamp } from '../../src/publisher/file-stamp.ts'
import { fill, newFolder } from './site-folder.ts'

const LATER = Date.now() + 3_600_000
const YEAR_2020 = new Date('2020-01-01T00:00:00Z')

const aFile = (): string => join(fill(newFolder(), { 'a.md': '甲' }), 'a.md')

it('is a whole number that stays while the file does', () => {
  const path = aFile()
  const stamp = fileStamp(path, LATER)
  expect(stamp).toBeGreaterThan(0)
  expect(Number.isSafeInteger(stamp)).toBe(true)
  expect(fileStamp(path, LATER + 1)).toBe(stamp)
})

it('tells files apart, and a file from what it was', () => {
  const names = Array.from({ length: 500 }, (_, at) => `${at}.md`)
  const folder = fill(newFolder(), Object.fromEntries(names.map((name) => [name, ''])))
  expect(new Set(names.map((name) => fileStamp(join(folder, name), LATER))).size).toBe(500)
  const path = aFile()
  const stamps = ['乙乙', '乙乙乙'].map((text) => {
    writeFileSync(path, text)
    return fileStamp(path, LATER)
  })
  expect(new Set([...stamps, fileStamp(aFile(), LATER)]).size).toBe(3)
})

it('sees an edit of the same size that was given the old time', async () => {
  const path = aFile()
  utimesSync(path, YEAR_2020, YEAR_2020)
  const stamp = fileStamp(path, LATER)
  await setTimeout(20)
  writeFileSync(path, '乙')
  utimesSync(path, YEAR_2020, YEAR_2020)
  expect(fileStamp(path, LATER)).not.toBe(stamp)
})

it('sees another file of the same size and time in its place', () => {
  const path = aFile()
  copyFileSync(path, `${path}.new`)
  for (const each of [path, `${path}.new`]) utimesSync(each, YEAR_2020, YEAR_2020)
  const stamp = fileStamp(path, LATER)
  renameSync(`${path}.new`, path)
  expect(fileStamp(path, LATER)).not.toBe(stamp)
})

it('does not trust a file that changed within two seconds, or in the future', () => {
  const path = aFile()
  const changed = Math.max(statSync(path).mtimeMs, statSync(path).ctimeMs)
  expect(fileStamp(path, changed)).toBe(0)
  expect(fileStamp(path, changed + 1999)).toBe(0)
  expect(fileStamp(path, changed + 2001)).toBeGreaterThan(0)
  // An old time of its own does not help: that it was given the time is a change too.
  utimesSync(path, YEAR_2020, YEAR_2020)
  expect(fileStamp(path, Date.now())).toBe(0)
  utimesSync(path, new Date('2100-01-01'), new Date('2100-01-01'))
  expect(fileStamp(path, LATER)).toBe(0)
  expect(fileStamp(path, Number.POSITIVE_INFINITY)).toBeGreaterThan(0)
})

it('follows a link to its file', async () => {
  const path = aFile()
  symlinkSync(path, `${path}.link`)
  linkSync(path, `${path}.twin`)
  const stamp = fileStamp(path, LATER)
  expect(fileStamp(`${path}.link`, LATER)).toBe(stamp)
  expect(fileStamp(`${path}.twin`, LATER)).toBe(stamp)
  await setTimeout(20)
  writeFileSync(path, '乙')
  expect(fileStamp(`${path}.link`, LATER)).not.toBe(stamp)
})

it('has none for what is not a file, or cannot be looked at', () => {
  const folder = newFolder()
  mkdirSync(join(folder, 'folder'))
  symlinkSync('circle', join(folder, 'circle'))
  for (const name of ['folder', 'circle', 'nothing', 'no\0name', 'nothing/below'])
    expect(fileStamp(join(folder, name), LATER)).toBe(0)
})
