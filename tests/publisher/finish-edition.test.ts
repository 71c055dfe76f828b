import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Edition } from '../../src/publisher/edition.ts'
import { claimFolder, folderEdition } from '../../src/publisher/edition-folder.ts'
import { silentProgress } from '../../src/publisher/progress.ts'
import { publish } from '../../src/publisher/publish.ts'
import { LATER, publishAfresh, publishInto, TEMPLATE } from './publish-into.ts'
import { aPost, filesIn, fill, newFolder, newSite } from './site-folder.ts'

const [A, B, C] = ['_posts/2022-01-01-a.md', '_posts/2022-01-02-b.md', '_posts/2022-01-03-c.md']

/** A site that was published, and was changed since. */
const changedSite = async () => {
  const site = newSite({ [A]: aPost('甲', 'categories: x\n'), [B]: aPost('乙'), 'a.png': 'a' })
  const out = join(newFolder(), 'out')
  const ledger = `${out}.cache`
  const { files } = await publishInto(out, site, { ledger })
  rmSync(join(site, A))
  fill(site, { [C]: aPost('丙'), 'a.png': 'A', 'b.png': 'b' })
  return { site, out, ledger, files }
}

/** Publishes until so many files have been put, and is killed then. */
const publishKilled = async (site: string, out: string, ledger: string, after: number): Promise<boolean> => {
  claimFolder(out, site)
  const edition = folderEdition(out)
  let left = after
  const counted =
    (put: Edition['seal']): Edition['seal'] =>
    (path, content) => {
      if (left-- === 0) throw new Error('killed')
      put(path, content)
    }
  const killable = { ...edition, put: counted(edition.put as Edition['seal']), seal: counted(edition.seal) }
  const options = { folder: site, edition: killable, progress: silentProgress, template: TEMPLATE }
  try {
    await publish({ ...options, ledger, now: LATER, threads: 0 })
    return false
  } catch (thrown) {
    expect(String(thrown)).toContain('killed')
    return true
  }
}

it('keeps old shards, takes old pages away, and leaves neither journal nor spool nor an older ledger', async () => {
  const { site, out, ledger, files } = await changedSite()
  const after = (await publishInto(out, site, { ledger })).files
  const gone = Object.keys(files).filter((path) => !(path in after))
  expect(gone.sort()).toEqual(['category/x.html', 'x/2022/01/01/a.html'])
  expect(existsSync(join(out, 'x'))).toBe(false)
  expect(readdirSync(ledger).sort()).toEqual([expect.stringMatching(/^ledger-/), 'months'])
})

it('may be killed at any file: the last edition answers, and the next publish is whole', async () => {
  const { site, out, ledger, files } = await changedSite()
  const fresh = await publishAfresh(site)
  let after = 0
  for (; await publishKilled(site, out, ledger, after); after += 4) {
    const left = filesIn(out)
    expect(left['archive/root.json']).toBe(files['archive/root.json'])
    for (const [path, text] of Object.entries(files))
      if (path.endsWith('.json')) expect(left[path]).toBe(text)
    expect(existsSync(join(ledger, 'journal.json')) || after === 0).toBe(true)
  }
  expect(after).toBeGreaterThan(8)
  const { files: whole } = await publishInto(out, site, { ledger })
  for (const [path, text] of Object.entries(fresh.files)) expect([path, whole[path]]).toEqual([path, text])
  const more = Object.keys(whole).filter((path) => !(path in fresh.files))
  expect(more.filter((path) => !path.startsWith('archive/'))).toEqual([])
})

it('knows again what a killed publish left: the site as it was is the edition that it was', async () => {
  const { site, out, ledger, files } = await changedSite()
  for (const after of [3, 12, 20]) await publishKilled(site, out, ledger, after)
  for (const path of [C, 'b.png']) rmSync(join(site, path))
  fill(site, { [A]: aPost('甲', 'categories: x\n'), 'a.png': 'a' })
  const { files: again } = await publishInto(out, site, { ledger })
  for (const [path, text] of Object.entries(files)) expect([path, again[path]]).toEqual([path, text])
  const more = Object.keys(again).filter((path) => !(path in files))
  expect(more.filter((path) => !path.startsWith('archive/'))).toEqual([])
})
