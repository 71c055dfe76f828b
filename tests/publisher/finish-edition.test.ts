import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Edition } from '../../src/publisher/edition.ts'
import { claimFolder, folderEdition } from '../../src/publisher/edition-folder.ts'
import { silentProgress } from '../../src/publisher/progress.ts'
import { publish } from '../../src/publisher/publish.ts'
import { LATER, publishAfresh, publishInto, TEMPLATE } from './publish-into.ts'
import { aPost, filesIn, fill, newFolder, newSite } from './site-folder.ts'
import { expectWholeCompressed } from './whole-compressed.ts'

const [A, B, C] = ['_posts/2022-01-01-a.md', '_posts/2022-01-02-b.md', '_posts/2022-01-03-c.md']

/** Pages of it are large enough to be compressed. */
const LARGE = TEMPLATE.replace('<body>', `<body>${'看报。'.repeat(150)}`)

/** A site that was published, and was changed since. */
const changedSite = async (config = 'title: 试刊\n', template = TEMPLATE) => {
  const site = newSite({
    '_config.yml': config,
    [A]: aPost('甲', 'categories: x\n'),
    [B]: aPost('乙'),
    'a.png': 'a',
  })
  const out = join(newFolder(), 'out')
  const ledger = `${out}.cache`
  const { files } = await publishInto(out, site, { ledger, template })
  rmSync(join(site, A))
  fill(site, { [C]: aPost('丙'), 'a.png': 'A', 'b.png': 'b' })
  return { site, out, ledger, files }
}

/** Publishes until so many files have been put, and is killed then. */
const publishKilled = async (
  site: string,
  out: string,
  ledger: string,
  after: number,
  template = TEMPLATE,
): Promise<boolean> => {
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
  const options = { folder: site, edition: killable, progress: silentProgress, template }
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

it('may be killed at any file: what is compressed is so of the file beside it', async () => {
  const { site, out, ledger } = await changedSite('title: 试刊\nkanbao: { precompress: true }\n', LARGE)
  const template = LARGE.replace('看报', '另报')
  const fresh = await publishAfresh(site, { template })
  const counts: number[] = []
  for (let after = 0; await publishKilled(site, out, ledger, after, template); after++)
    counts.push(expectWholeCompressed(out))
  expect(counts.length).toBeGreaterThan(20)
  expect(Math.min(...counts)).toBeGreaterThan(0)
  const { files: whole } = await publishInto(out, site, { ledger, template })
  for (const [path, text] of Object.entries(fresh.files)) expect([path, whole[path]]).toEqual([path, text])
  const more = Object.keys(whole).filter((path) => !(path in fresh.files))
  expect(more.filter((path) => !path.startsWith('archive/'))).toEqual([])
})

/** A site whose index has several segments. */
const largeSite = async () => {
  const posts = Array.from({ length: 420 }, (_, number): [string, string] => [
    `_posts/2022-01-${String(1 + Math.floor(number / 15)).padStart(2, '0')}-${number}.md`,
    aPost(`第${number}篇`),
  ])
  const site = newSite(Object.fromEntries(posts))
  const out = join(newFolder(), 'out')
  const ledger = `${out}.cache`
  const { files, root } = await publishInto(out, site, { ledger })
  expect(root?.search?.segments.length).toBeGreaterThan(1)
  return { site, out, ledger, files }
}

/** Publishes, and is killed in the middle of a file of the index: the first, or one behind it. */
const publishCutOff = async (site: string, out: string, ledger: string, after: number): Promise<boolean> => {
  const edition = folderEdition(out)
  let left = after
  const put: Edition['put'] = (path, content) => {
    if (!path.startsWith('archive/search/') || left-- > 0) return edition.put(path, content)
    // What is there is replaced at once or not at all.
    if (!existsSync(join(out, path))) edition.put(path, content.slice(0, content.length / 2))
    throw new Error('killed')
  }
  const options = { folder: site, edition: { ...edition, put }, progress: silentProgress, template: TEMPLATE }
  return publish({ ...options, ledger, now: LATER, threads: 0 }).then(
    () => false,
    () => true,
  )
}

it('may be killed at any file of the index, which is then written again', { timeout: 60_000 }, async () => {
  const { site, out, ledger, files } = await largeSite()
  fill(site, { '_posts/2022-01-02-15.md': aPost('改'), '_posts/2022-01-29-new.md': aPost('新') })
  const fresh = await publishAfresh(site)
  let after = 0
  for (; await publishCutOff(site, out, ledger, after); after++) {
    const left = filesIn(out)
    for (const [path, text] of Object.entries(files))
      if (path.startsWith('archive/')) expect([path, left[path]]).toEqual([path, text])
  }
  expect(after).toBeGreaterThan(1)
  const { files: whole } = await publishInto(out, site, { ledger })
  for (const [path, text] of Object.entries(fresh.files)) expect([path, whole[path]]).toEqual([path, text])
})

it('may be killed while it writes a file of the index that was lost', { timeout: 60_000 }, async () => {
  const { site, out, ledger, files } = await largeSite()
  const ofIndex = Object.keys(files).filter((path) => path.startsWith('archive/search/'))
  for (const path of ofIndex) {
    rmSync(join(out, path))
    let after = 0
    while ((await publishCutOff(site, out, ledger, after)) && filesIn(out)[path] === undefined) after++
    expect(filesIn(out)[path]).not.toBe(files[path])
    const { files: whole } = await publishInto(out, site, { ledger })
    expect([path, whole[path]]).toEqual([path, files[path]])
  }
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
