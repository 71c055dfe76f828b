import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { claimFolder, folderEdition } from '../../src/publisher/edition-folder.ts'
import { silentProgress } from '../../src/publisher/progress.ts'
import { publish } from '../../src/publisher/publish.ts'
import { filesIn, fill, newFolder } from '../publisher/site-folder.ts'
import { anEdit, doEdit, type Edit, firstFiles } from './random-edits.ts'

/** Large enough to be compressed, where a site wants it. */
const TEMPLATE = `<html lang="en"><head><title></title></head><body>${'看报。'.repeat(150)}</body></html>`
/** A stamp is trusted when it is some seconds old; nobody wants to wait that long here. */
const LATER = 10_000

const publishInto = (site: string, out: string, ledger?: string) => {
  claimFolder(out, site)
  const edition = folderEdition(out)
  const options = { folder: site, edition, progress: silentProgress, template: TEMPLATE, threads: 0 }
  return publish({ ...options, ledger, now: Date.now() + LATER })
}

/** Does a script of edits to a site of so many posts, a publish after each part of it. */
const followScript = async (posts: number, script: readonly (readonly Edit[])[]): Promise<void> => {
  const folder = newFolder()
  const [site, out] = [join(folder, 'site'), join(folder, 'out')]
  mkdirSync(site)
  fill(site, firstFiles(posts))
  const { root } = await publishInto(site, out, `${out}.cache`)
  expect(root?.search?.segments.length).toBeGreaterThan(posts > 300 ? 1 : 0)
  for (const [step, edits] of script.entries()) {
    for (const edit of edits) doEdit(edit, site, out)
    const again = await publishInto(site, out, `${out}.cache`)
    const fresh = join(folder, `fresh-${step}`)
    const first = await publishInto(site, fresh)
    expect({ ...again, memory: 0 }).toEqual({ ...first, memory: 0 })
    const [is, shall] = [filesIn(out), filesIn(fresh)]
    for (const [path, content] of Object.entries(shall)) expect([path, is[path]]).toEqual([path, content])
    // What is more may only be what an open page still asks for.
    const more = Object.keys(is).filter((path) => !(path in shall))
    expect(more.filter((path) => !/^(archive|app|feed\/archive)\//.test(path))).toEqual([])
  }
}

const edits = (most: number) => fc.array(anEdit, { minLength: 1, maxLength: most })

it('whatever happens between two publishes, the second gives what a first would', {
  timeout: 300_000,
}, async () => {
  const script = fc.array(edits(8), { minLength: 1, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(script, (each) => followScript(40, each)),
    { numRuns: 40 },
  )
})

it('and so it is where the index has several segments', { timeout: 300_000 }, async () => {
  const script = fc.array(edits(30), { minLength: 2, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(script, (each) => followScript(700, each)),
    // To make a failing script smaller takes longer than to read it.
    { numRuns: 6, endOnFailure: true },
  )
})
