import {
  appendFileSync,
  existsSync,
  type FSWatcher,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it, onTestFinished, vi } from 'vitest'
import { watchFolder } from '../../src/publisher/watch-folder.ts'
import { type Files, fill, newFolder } from './site-folder.ts'

// Disks answer slowly where much else runs.
vi.setConfig({ testTimeout: 120_000 })

const QUIET = 30

/** The system's watches, to make them fail and say less than they do here. */
const watches = vi.hoisted(() => new Map<string, FSWatcher>())
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const watch = (path: string, options: { persistent: boolean }): FSWatcher => {
    if (path.endsWith('refused')) throw Object.assign(new Error('no watch is left'), { code: 'ENOSPC' })
    const watcher = fs.watch(path, options)
    watches.set(path, watcher)
    return watcher
  }
  return { ...fs, watch }
})

const start = (files: Files, isWatched: (dir: string) => boolean = () => true, quiet = QUIET) => {
  const folder = fill(newFolder(), files)
  const reports: ReadonlySet<string>[] = []
  const blind: string[] = []
  const { close } = watchFolder(
    folder,
    isWatched,
    (paths) => reports.push(paths),
    quiet,
    (dir) => blind.push(dir),
  )
  onTestFinished(close)
  const told = (): string[] => [...new Set(reports.flatMap((paths) => [...paths]))].sort()
  /** Waits until all these were told, which may take several reports where the machine is busy. */
  const tells = (...paths: readonly string[]) =>
    vi.waitFor(
      () => expect(paths.filter((path) => !reports.some((report) => report.has(path)))).toEqual([]),
      { timeout: 100_000 },
    )
  return { folder, reports, blind, close, told, tells, at: (path: string) => join(folder, path) }
}

/** What came until now is told when a change that was made after it is. */
const settle = async ({ at, tells }: ReturnType<typeof start>): Promise<void> => {
  writeFileSync(at('settled'), '')
  await tells('settled')
}

it('tells of files that are edited, added, taken away and renamed, by paths with slashes', async () => {
  const watched = start({ 'a/b/edited.md': '1', 'a/b/gone.md': '1', '旧.md': '1' })
  appendFileSync(watched.at('a/b/edited.md'), '2')
  writeFileSync(watched.at('a/added.md'), '1')
  rmSync(watched.at('a/b/gone.md'))
  renameSync(watched.at('旧.md'), watched.at('新.md'))
  await settle(watched)
  await watched.tells('a/b/edited.md', 'a/added.md', 'a/b/gone.md', '旧.md', '新.md')
  expect(watched.told()).toHaveLength(6)
})

it('tells of a file that an editor saves by giving its name to a new one, time after time', async () => {
  const watched = start({ 'a/post.md': '1' })
  for (let round = 0; round < 3; round++) {
    const before = watched.reports.length
    writeFileSync(watched.at('a/.post.md.swp'), String(round))
    renameSync(watched.at('a/.post.md.swp'), watched.at('a/post.md'))
    await vi.waitFor(
      () => expect(watched.reports.slice(before).some((paths) => paths.has('a/post.md'))).toBe(true),
      { timeout: 100_000 },
    )
  }
  expect(watched.told()).toEqual(['a/.post.md.swp', 'a/post.md'])
})

it('tells of all that is in a new directory, and of what comes into it later', async () => {
  const watched = start({})
  fill(watched.folder, { 'new/deep/er/1.md': '', 'new/deep/2.md': '' })
  await watched.tells('new', 'new/deep', 'new/deep/er', 'new/deep/er/1.md', 'new/deep/2.md')
  writeFileSync(watched.at('new/deep/er/3.md'), '')
  await watched.tells('new/deep/er/3.md')
})

it('follows a directory to its new name, and forgets one that is gone', async () => {
  const watched = start({ 'a/deep/1.md': '', 'z/1.md': '' })
  renameSync(watched.at('a'), watched.at('b'))
  rmSync(watched.at('z'), { recursive: true })
  await watched.tells('a', 'b', 'b/deep', 'b/deep/1.md', 'z')
  writeFileSync(watched.at('b/deep/2.md'), '')
  await watched.tells('b/deep/2.md')
  // The same names again are other directories, and the old one goes on under its new name.
  fill(watched.folder, { 'a/deep/3.md': '', 'z/3.md': '' })
  await watched.tells('a/deep/3.md', 'z/3.md')
  writeFileSync(watched.at('a/deep/4.md'), '')
  await watched.tells('a/deep/4.md')
  expect(watched.told()).not.toContain('a/deep/2.md')
})

it('gathers what comes in a burst', async () => {
  const watched = start({})
  for (let index = 0; index < 500; index++) writeFileSync(watched.at(`${index}.md`), 'text')
  await watched.tells('0.md', '499.md')
  expect(watched.reports.map((paths) => paths.size)).toEqual([500])
})

it('waits for the last of changes that come one by one', async () => {
  const watched = start({}, () => true, 500)
  for (let index = 0; index < 40; index++) {
    writeFileSync(watched.at(`${index}.md`), 'text')
    await pause(2)
  }
  await watched.tells('0.md', '39.md')
  // One, if the machine never stops for half a second meanwhile.
  expect(watched.reports.length).toBeLessThan(20)
})

it('says that anything may have changed when more did than the system can tell', async () => {
  const watched = start({})
  // In one go, so that nothing is taken from the queue meanwhile: the directory comes last and may be dropped.
  for (let index = 0; index < 17_000; index++) writeFileSync(watched.at(`${index}.md`), '')
  mkdirSync(watched.at('late'))
  await watched.tells('')
  writeFileSync(watched.at('late/1.md'), '')
  await watched.tells('late/1.md')
})

it('keeps out of directories that are not wanted, and of links', async () => {
  const elsewhere = fill(newFolder(), { 'in/1.md': '' })
  const watched = start({ '_site/1.html': '', 'a/_site/1.html': '' }, (dir) => !/(^|\/)_site$/.test(dir))
  symlinkSync(elsewhere, watched.at('link'))
  await watched.tells('link')
  fill(elsewhere, { '2.md': '', 'in/2.md': '' })
  fill(watched.folder, { '_site/2.html': '', 'a/_site/2.html': '', 'b/_site/3.html': '' })
  await settle(watched)
  await watched.tells('b')
  expect(watched.told()).toEqual(['b', 'link', 'settled'])
})

it('lives on when the folder itself goes', async () => {
  const watched = start({ 'a/1.md': '' })
  rmSync(watched.folder, { recursive: true })
  await watched.tells('')
  expect(existsSync(watched.folder)).toBe(false)
})

it('names a directory that the system does not watch, and watches the others', async () => {
  const watched = start({ 'a/refused/1.md': '', 'b/1.md': '' })
  expect(watched.blind).toEqual(['a/refused'])
  fill(watched.folder, { 'a/2.md': '', 'b/2.md': '', 'refused/1.md': '' })
  await watched.tells('a/2.md', 'b/2.md', 'refused')
  expect(watched.blind).toEqual(['a/refused', 'refused'])
})

it('lives on when a watch fails', async () => {
  const watched = start({ 'a/1.md': '', 'b/1.md': '' })
  watches.get(watched.at('a'))?.emit('error', new Error('EPERM'))
  await watched.tells('a')
  writeFileSync(watched.at('b/2.md'), '')
  await watched.tells('b/2.md')
  expect(watched.blind).toEqual(['a'])
})

it('tells of the directory when it gets no name, and looks for new ones in it', async () => {
  const watched = start({ 'a/1.md': '' })
  watches.get(watched.at('a'))?.emit('change', 'rename', null)
  await watched.tells('a')
  fill(watched.folder, { 'a/deep/2.md': '' })
  await watched.tells('a/deep')
})

it('takes a folder that is not there as nothing to watch', () => {
  const onChange = vi.fn()
  watchFolder(join(newFolder(), 'none'), () => true, onChange).close()
  expect(onChange).not.toHaveBeenCalled()
})

it('tells nothing after it was closed, not even what it had gathered', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const closed = start({ 'a/1.md': '' }, () => true, 1_000_000)
  let seen = 0
  const other = watchFolder(
    closed.folder,
    () => true,
    () => seen++,
    0,
  )
  onTestFinished(other.close)
  writeFileSync(closed.at('a/2.md'), '')
  await vi.waitFor(() => expect(seen).toBeGreaterThan(0), { timeout: 100_000 })
  // What it gathered waits; what comes later it does not hear.
  expect(vi.getTimerCount()).toBe(1)
  closed.close()
  closed.close()
  expect(vi.getTimerCount()).toBe(0)
  const before = seen
  writeFileSync(closed.at('a/3.md'), '')
  await vi.waitFor(() => expect(seen).toBeGreaterThan(before), { timeout: 100_000 })
  expect(vi.getTimerCount()).toBe(0)
  expect(closed.reports).toEqual([])
})
