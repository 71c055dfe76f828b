import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { claimFolder, folderEdition } from '../../src/publisher/edition-folder.ts'
import { silentProgress } from '../../src/publisher/progress.ts'
import { publish } from '../../src/publisher/publish.ts'
import { filesIn, fill, newFolder } from '../publisher/site-folder.ts'
import { anEdit, doEdit, firstFiles } from './random-edits.ts'

const TEMPLATE = '<html lang="en"><head><title></title></head></html>'
/** A stamp is trusted when it is some seconds old; nobody wants to wait that long here. */
const LATER = 10_000

const publishInto = (site: string, out: string, ledger?: string) => {
  claimFolder(out, site)
  const edition = folderEdition(out)
  const options = { folder: site, edition, progress: silentProgress, template: TEMPLATE, threads: 0 }
  return publish({ ...options, ledger, now: Date.now() + LATER })
}

it('whatever happens between two publishes, the second gives what a first would', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anEdit, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 }),
      async (script) => {
        const folder = newFolder()
        const [site, out] = [join(folder, 'site'), join(folder, 'out')]
        mkdirSync(site)
        fill(site, firstFiles(40))
        await publishInto(site, out, `${out}.cache`)
        for (const [step, edits] of script.entries()) {
          for (const edit of edits) doEdit(edit, site, out)
          const again = await publishInto(site, out, `${out}.cache`)
          const fresh = join(folder, `fresh-${step}`)
          const first = await publishInto(site, fresh)
          expect({ ...again, memory: 0 }).toEqual({ ...first, memory: 0 })
          const [is, shall] = [filesIn(out), filesIn(fresh)]
          for (const [path, content] of Object.entries(shall))
            expect([path, is[path]]).toEqual([path, content])
          // What is more may only be what an open page still asks for.
          const more = Object.keys(is).filter((path) => !(path in shall))
          expect(more.filter((path) => !/^(archive|app)\//.test(path))).toEqual([])
        }
      },
    ),
    { numRuns: 40 },
  )
})
