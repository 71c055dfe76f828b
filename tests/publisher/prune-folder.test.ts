import { mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, type Leftovers, removeFiles, sortWaste } from '../../src/publisher/prune-folder.ts'
import { filesIn, fill, newFolder } from './site-folder.ts'

const SHARD = 'archive/page/a/bcd.json'
const SHARD_FILES = [SHARD, `${SHARD}.br`, `${SHARD}.gz`]
const HOUR = 3_600_000

const sort = (leftovers: Partial<Leftovers>) => {
  const waste = sortWaste({
    gone: [],
    retired: new Map(),
    isCurrent: () => false,
    now: 100 * HOUR,
    grace: 24 * HOUR,
    ...leftovers,
  })
  return { removed: [...waste.removed].sort(), retired: Object.fromEntries(waste.retired) }
}

describe('of what an edition does not need any more', () => {
  it('pages and copied files go at once, shards and parts of the reader wait', () => {
    expect(sort({ gone: ['a.html', 'images/a.png', SHARD, 'app/index-x.js'] })).toEqual({
      removed: ['a.html', 'a.html.br', 'a.html.gz', 'images/a.png'],
      retired: { [SHARD]: 100 * HOUR, 'app/index-x.js': 100 * HOUR },
    })
  })

  it('pages go at once that lie in a folder named like one of the archive’s', () => {
    expect(sort({ gone: ['archive/2022/a.html', 'app/2022/b/index.html', 'archive/c.HTM'] }).retired).toEqual(
      {},
    )
  })

  it('a shard goes when its time has come, counted from the first publish without it', () => {
    const since = (hours: number) => new Map([[SHARD, hours * HOUR]])
    expect(sort({ retired: since(76) })).toEqual({ removed: SHARD_FILES, retired: {} })
    expect(sort({ retired: since(77) })).toEqual({ removed: [], retired: { [SHARD]: 77 * HOUR } })
    expect(sort({ retired: since(77), gone: [SHARD] }).retired).toEqual({ [SHARD]: 77 * HOUR })
    expect(sort({ gone: [SHARD], grace: 0 }).removed).toEqual(SHARD_FILES)
  })

  it('a shard that was retired before a clock went back does not stay for ever', () => {
    expect(sort({ retired: new Map([[SHARD, 500 * HOUR]]) }).retired).toEqual({ [SHARD]: 100 * HOUR })
  })

  it('what is compressed of a file goes before it, unless it is a file of the site', () => {
    const gone = ['a.html', 'b.json']
    const isCurrent = (path: string) => path === 'b.json.gz'
    const { removed } = sortWaste({ gone, retired: new Map(), isCurrent, now: 0, grace: HOUR })
    expect(removed).toEqual(['a.html.br', 'a.html.gz', 'a.html', 'b.json.br', 'b.json'])
  })

  it('what is compressed stays as long as its file, and not at all as that of a page that is gone', () => {
    const gone = [`${SHARD}.br`, 'a.html.br', 'archive/2022/a.html.gz', SHARD, 'app/x.css.gz', 'app/x.css']
    expect(sort({ gone })).toEqual({
      removed: ['a.html.br', 'archive/2022/a.html.gz'],
      retired: { [SHARD]: 100 * HOUR, 'app/x.css': 100 * HOUR },
    })
  })

  it('nothing goes that is part of the edition again', () => {
    const isCurrent = () => true
    expect(sort({ gone: ['a.html'], retired: new Map([[SHARD, 0]]), isCurrent })).toEqual({
      removed: [],
      retired: {},
    })
  })
})

describe('removing files', () => {
  it('takes the folders along that are empty then, and no others', () => {
    const folder = fill(newFolder(), { 'a/b/c.html': '', 'a/b/d/e.html': '', 'a/f.html': '', 'g/h.html': '' })
    removeFiles(folder, ['a/b/d/e.html', 'g/h.html', 'g/none.html', 'none/x.html'])
    expect(Object.keys(filesIn(folder)).sort()).toEqual(['a/b/c.html', 'a/f.html'])
    expect(readdirSync(folder)).toEqual(['a'])
    expect(readdirSync(join(folder, 'a/b'))).toEqual(['c.html'])
  })

  it('passes over a file whose place another has taken meanwhile', () => {
    const folder = fill(newFolder(), { 'notes/index.html': 'a page', about: 'a file' })
    removeFiles(folder, ['notes', 'about/index.html'])
    expect(filesIn(folder)).toEqual({ 'notes/index.html': 'a page', about: 'a file' })
  })

  it('removes a link, never what the link leads to', () => {
    const elsewhere = fill(newFolder(), { 'a.txt': 'precious' })
    const folder = newFolder()
    symlinkSync(elsewhere, join(folder, 'link'))
    removeFiles(folder, filesBelow(folder))
    expect(filesIn(elsewhere)).toEqual({ 'a.txt': 'precious' })
    expect(readdirSync(folder)).toEqual([])
  })
})

it('lists every file of a folder but those of the host and of git', () => {
  const folder = fill(newFolder(), { '.git/HEAD': '', '.nojekyll': '', 'a/.x': '', 'a/b.html': '', c: '' })
  mkdirSync(join(folder, 'empty'))
  expect([...filesBelow(folder)].sort()).toEqual(['a/b.html', 'c'])
})
