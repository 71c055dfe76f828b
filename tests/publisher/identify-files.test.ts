import { readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, expect, it, vi } from 'vitest'
import { blobId, type Identity, identifyFiles, type KnownFile } from '../../src/publisher/identify-files.ts'
import { git, leaveHome, newCheckout } from './git-checkout.ts'
import { fill, newFolder } from './site-folder.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

const LATER = Date.now() + 3_600_000
const UNKNOWN = () => undefined
const idOf = (text: string): string => blobId(Buffer.from(text))

/** What a publisher remembers that reads whatever it must. */
const remembered = (folder: string, paths: readonly string[], found: readonly Identity[]) => {
  const all = new Map<string, KnownFile>()
  found.forEach(({ id, stamp }, at) => {
    const path = paths[at] ?? ''
    all.set(path, { id: id ?? blobId(readFileSync(join(folder, path))), stamp })
  })
  return (path: string) => all.get(path)
}

it('names bytes as git does', () => {
  const folder = newCheckout({ 'a.md': '甲\r\n', empty: '' })
  for (const name of ['a.md', 'empty'])
    expect(blobId(readFileSync(join(folder, name)))).toBe(git(folder, 'hash-object', '--no-filters', name))
})

it('goes by stamps where there is no checkout', async () => {
  leaveHome()
  const folder = fill(newFolder(), { 'a.md': '甲', '_posts/b c.md': '乙' })
  const paths = ['a.md', '_posts/b c.md', 'nowhere.md']
  const first = await identifyFiles(folder, paths, UNKNOWN, LATER)
  expect(first.map(({ id }) => id)).toEqual([undefined, undefined, undefined])
  expect(first.map(({ stamp }) => stamp > 0)).toEqual([true, true, false])
  const known = remembered(folder, paths.slice(0, 2), first.slice(0, 2))
  const ids = [idOf('甲'), idOf('乙'), undefined]
  expect((await identifyFiles(folder, paths, known, LATER)).map(({ id }) => id)).toEqual(ids)
  await setTimeout(20)
  writeFileSync(join(folder, 'a.md'), '丙')
  const next = await identifyFiles(folder, paths, known, LATER)
  expect(next.map(({ id }) => id)).toEqual([undefined, idOf('乙'), undefined])
  expect(next[0]?.stamp).not.toBe(first[0]?.stamp)
})

it('misses no edit, however soon it comes after the last publish', async () => {
  leaveHome()
  const folder = fill(newFolder(), { 'a.md': '0' })
  const path = join(folder, 'a.md')
  let known: (path: string) => KnownFile | undefined = UNKNOWN
  for (let edit = 0; edit < 10; edit++) {
    writeFileSync(path, String(edit))
    utimesSync(path, 1_577_836_800, 1_577_836_800)
    const found = await identifyFiles(folder, ['a.md'], known, Date.now())
    expect(found).toEqual([{ id: undefined, stamp: 0 }])
    known = remembered(folder, ['a.md'], found)
  }
})

it('does not take “not known” for a stamp', async () => {
  const known = () => ({ id: idOf('甲'), stamp: 0 })
  leaveHome()
  const folder = fill(newFolder(), { 'a.md': '甲' })
  const { mtimeMs } = statSync(join(folder, 'a.md'))
  const found = await identifyFiles(folder, ['a.md', 'nowhere.md'], known, mtimeMs)
  expect(found).toEqual([
    { id: undefined, stamp: 0 },
    { id: undefined, stamp: 0 },
  ])
})

it('asks git first, and stamps what git does not know', async () => {
  const folder = newCheckout({ 'a.md': '甲', 'b.md': '乙' })
  fill(folder, { 'b.md': '改了', 'c.md': '丙' })
  symlinkSync('a.md', join(folder, 'd.md'))
  const paths = ['a.md', 'b.md', 'c.md', 'd.md']
  const first = await identifyFiles(folder, paths, UNKNOWN, LATER)
  expect(first[0]).toEqual({ id: idOf('甲'), stamp: 0 })
  expect(first.slice(1).map(({ id, stamp }) => id === undefined && stamp > 0)).toEqual([true, true, true])
  const second = await identifyFiles(folder, paths, remembered(folder, paths, first), LATER)
  expect(second.map(({ id }) => id)).toEqual(['甲', '改了', '丙', '甲'].map(idOf))
})

it('keeps the stamp of what is committed later, for when git is gone', async () => {
  const folder = newCheckout({})
  fill(folder, { 'a.md': '甲' })
  const known = remembered(folder, ['a.md'], await identifyFiles(folder, ['a.md'], UNKNOWN, LATER))
  git(folder, 'add', 'a.md')
  const found = await identifyFiles(folder, ['a.md'], known, LATER)
  expect(found).toEqual([known('a.md')])
  rmSync(join(folder, '.git'), { recursive: true })
  const later = await identifyFiles(folder, ['a.md'], remembered(folder, ['a.md'], found), LATER)
  expect(later).toEqual([{ id: idOf('甲'), stamp: found[0]?.stamp }])
})

it('lets a stamp go with the content it was for', async () => {
  const folder = newCheckout({ 'a.md': '甲' })
  const found = await identifyFiles(folder, ['a.md'], () => ({ id: idOf('乙'), stamp: 7 }), LATER)
  expect(found).toEqual([{ id: idOf('甲'), stamp: 0 }])
})

it('reads a file again that was merely touched', async () => {
  const folder = newCheckout({ 'a.md': '甲' })
  const known = remembered(folder, ['a.md'], await identifyFiles(folder, ['a.md'], UNKNOWN, LATER))
  utimesSync(join(folder, 'a.md'), 1_577_836_800, 1_577_836_800)
  const found = await identifyFiles(folder, ['a.md'], known, LATER)
  expect(found).toEqual([{ id: undefined, stamp: expect.any(Number) }])
  expect(remembered(folder, ['a.md'], found)('a.md')?.id).toBe(idOf('甲'))
})

it('writes nothing into the repository', async () => {
  const folder = newCheckout({ 'a.md': '甲' })
  utimesSync(join(folder, 'a.md'), 1_577_836_800, 1_577_836_800)
  const index = join(folder, '.git/index')
  const before = [readFileSync(index), statSync(index).mtimeMs]
  await identifyFiles(folder, ['a.md'], UNKNOWN, LATER)
  expect([readFileSync(index), statSync(index).mtimeMs]).toEqual(before)
})
