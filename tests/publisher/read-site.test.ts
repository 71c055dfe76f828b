import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openCrew } from '../../src/publisher/crew/crew.ts'
import { noEdition } from '../../src/publisher/edition.ts'
import { NO_LEDGER, type OpenLedger } from '../../src/publisher/ledger/ledger.ts'
import type { Problem } from '../../src/publisher/problems.ts'
import { noProfile } from '../../src/publisher/profile.ts'
import { silentProgress } from '../../src/publisher/progress.ts'
import { readSite } from '../../src/publisher/read-site.ts'
import { lineOf } from '../../src/publisher/report.ts'
import { LATER } from './publish-into.ts'
import { aPost, CONFIG, fill, newFolder, newSite } from './site-folder.ts'

const [A, B] = ['_posts/2022-01-04-a.md', '_posts/2022-01-05-b.md']

const read = async (folder: string, ledger: OpenLedger = NO_LEDGER, now = LATER) => {
  const problems: Problem[] = []
  let fresh = 0
  const progress = {
    ...silentProgress,
    start: (_: string, total: number): void => {
      fresh = total
    },
  }
  const crew = openCrew(noEdition, 0)
  const site = await readSite(
    {
      folder,
      config: CONFIG,
      openLedger: () => ledger,
      spool: newFolder(),
      crew,
      progress,
      profile: noProfile,
      since: undefined,
      without: [join(folder, 'out')],
      now,
    },
    problems,
  )
  return { ...site, fresh, said: problems.map(lineOf) }
}

/** What a ledger says of a site that was read. */
const ledgerOf = ({ records }: Awaited<ReturnType<typeof read>>): OpenLedger => ({
  ...NO_LEDGER,
  months: new Map([['2022-01', { posts: records, entries: [] }]]),
})

it('finds posts and files, and reads each post once', async () => {
  const folder = newSite({ [B]: aPost('乙'), [A]: aPost('甲'), 'a.png': '', 'out/x.html': '' })
  const first = await read(folder)
  expect(first.records.map(({ path }) => path)).toEqual([A, B])
  expect([first.posts, first.found.staticFiles, first.fresh]).toEqual([2, ['a.png'], 2])
  expect(first.identityOf('a.png')).toMatchObject({ stamp: expect.any(Number) })
  expect(first.identityOf('none')).toBeUndefined()
  const again = await read(folder, ledgerOf(first))
  expect(again.fresh).toBe(0)
  expect(again.records.every((record, place) => record === first.records[place])).toBe(true)
})

it('keeps the record of a post that was only touched', async () => {
  const folder = newSite({ [A]: aPost('甲'), [B]: aPost('乙') })
  const first = await read(folder)
  rmSync(join(folder, A))
  fill(folder, { [A]: aPost('甲'), [B]: aPost('改') })
  const before = first.records.map(({ stamp }) => stamp)
  const again = await read(folder, ledgerOf(first))
  expect(again.fresh).toBe(2)
  expect(again.records.map((record, place) => record === first.records[place])).toEqual([true, false])
  expect([...again.restamped]).toEqual([first.records[0]])
  expect(again.records[0]?.stamp).not.toBe(before[0])
})

it('trusts no stamp of a file that has just been written', async () => {
  const folder = newSite({ [A]: aPost('甲') })
  const first = await read(folder, NO_LEDGER, Date.now())
  expect(first.records.map(({ stamp }) => stamp)).toEqual([0])
  expect((await read(folder, ledgerOf(first))).fresh).toBe(1)
})
