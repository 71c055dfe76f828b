import { readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  beginJournal,
  endJournal,
  isSure,
  type Ledger,
  ledgerFolder,
  NO_LEDGER,
  openLedger,
  saveLedger,
} from '../../../src/publisher/ledger/ledger.ts'
import { aRecordWith, newFolder } from '../site-folder.ts'
import { aMemoWith } from './memos.ts'

const [ROOT, OTHER_ROOT] = ['{"edition":"a"}', '{"edition":"b"}']
const POST = aRecordWith({ stamp: 99 })
const LEDGER: Ledger = {
  months: new Map([
    ['2022-01', { posts: [POST], entries: [aMemoWith({ posts: [POST] })] }],
    ['2022-02', { posts: [], entries: [] }],
  ]),
  files: new Map([['a.png', { id: '', stamp: 5, isPage: false, bytes: 3 }]]),
  shards: ['archive/years/a/b.json'],
  segments: [
    {
      day: '2022-01-04',
      count: 1,
      name: 'segmentsegme',
      buckets: 2,
      weight: { files: 3, bytes: 9, largest: { path: 'archive/search/s/egmentsegme/0.bin', bytes: 5 } },
    },
  ],
  keyed: new Map([['feed.xml', { key: 'key', bytes: 9 }]]),
  lists: ['category/hg.html'],
  app: ['app/index.js'],
  retired: new Map([['archive/page/a/b.json', 1000]]),
}

const newLedger = (): string => {
  const folder = join(newFolder(), 'out.cache')
  saveLedger(folder, 'v1', ROOT, LEDGER)
  return folder
}
const open = (folder: string, version = 'v1', root: string | undefined = ROOT) =>
  openLedger(folder, version, root)

it('lies beside the output folder', () => {
  expect(['dist', 'a/dist/', 'a\\dist\\'].map(ledgerFolder)).toEqual([
    'dist.cache',
    'a/dist.cache',
    'a\\dist.cache',
  ])
})

describe('a ledger', () => {
  it('is read as it was written', () => {
    const { months, touched, isWhole, ...rest } = open(newLedger())
    const { months: written, ...expected } = LEDGER
    expect(rest).toEqual(expected)
    expect([...months.keys()]).toEqual(['2022-01', '2022-02'])
    for (const [month, memo] of written)
      expect(months.get(month)).toMatchObject({ ...memo, name: expect.stringMatching(/^[a-z2-7]{12}$/) })
    expect([touched.size, isWhole]).toEqual([0, true])
  })

  it('belongs to its root and to its version', () => {
    const folder = newLedger()
    expect(open(folder, 'v1', OTHER_ROOT)).toEqual(NO_LEDGER)
    expect(openLedger(folder, 'v1', undefined)).toEqual(NO_LEDGER)
    expect(open(folder, 'v2')).toEqual(NO_LEDGER)
    expect(open(join(folder, 'none'))).toEqual(NO_LEDGER)
  })

  it('that is damaged is as if it had never been', () => {
    const folder = newLedger()
    const [index = ''] = readdirSync(folder).filter((name) => name.startsWith('ledger-'))
    truncateSync(join(folder, index), 100)
    expect(open(folder)).toEqual(NO_LEDGER)
  })

  it.each([
    ['damaged', (path: string) => truncateSync(path, 20)],
    ['missing', (path: string) => rmSync(path)],
  ])('misses a month whose file is %s, and is not whole', (_, damage) => {
    const folder = newLedger()
    const name = open(folder).months.get('2022-01')?.name
    damage(join(folder, 'months', `${name}.json`))
    const { months, files, isWhole } = open(folder)
    expect([...months.keys()]).toEqual(['2022-02'])
    expect([files.size, isWhole]).toEqual([1, false])
  })

  it('stands beside the one of the edition before until the publish ends', () => {
    const folder = newLedger()
    const { months } = open(folder)
    const changed = { posts: [], entries: [aMemoWith()] }
    saveLedger(folder, 'v1', OTHER_ROOT, { ...LEDGER, months: new Map([...months, ['2022-02', changed]]) })
    expect(open(folder).isWhole).toBe(true)
    expect(readdirSync(join(folder, 'months'))).toHaveLength(3)
    endJournal(folder, OTHER_ROOT)
    expect(open(folder)).toEqual(NO_LEDGER)
    const after = open(folder, 'v1', OTHER_ROOT)
    expect(after.isWhole).toBe(true)
    expect(after.months.get('2022-01')?.name).toBe(months.get('2022-01')?.name)
    expect(readdirSync(join(folder, 'months'))).toHaveLength(2)
  })
})

describe('a journal that was left behind', () => {
  it('puts its days in doubt, and all files', () => {
    const folder = newLedger()
    beginJournal(folder, ['2022-01-04', '2022-01-05'])
    const ledger = open(folder)
    expect(['2022-01-04', '2022-01-05', '2022-01-06'].map((day) => isSure(ledger, day))).toEqual([
      false,
      false,
      true,
    ])
    expect([ledger.months.size, ledger.files.size, ledger.isWhole]).toEqual([2, 0, false])
  })

  it('puts files in doubt even if it names no day', () => {
    const folder = newLedger()
    beginJournal(folder, [])
    const ledger = open(folder)
    expect([isSure(ledger, '2022-01-04'), ledger.files.size, ledger.isWhole]).toEqual([true, 0, false])
  })

  it('stays in force until a publish has ended, however many begin', () => {
    const folder = newLedger()
    beginJournal(folder, ['2022-01-04'])
    beginJournal(folder, ['2022-01-05'])
    expect([...open(folder).touched]).toEqual(['2022-01-04', '2022-01-05'])
    endJournal(folder, ROOT)
    expect(open(folder)).toMatchObject({ isWhole: true, touched: new Set() })
  })

  it('puts every day in doubt when it is damaged, for the next one, too', () => {
    const folder = newLedger()
    writeFileSync(join(folder, 'journal.json'), 'half')
    expect(isSure(open(folder), '2022-01-06')).toBe(false)
    beginJournal(folder, ['2022-01-04'])
    expect(isSure(open(folder), '2022-01-06')).toBe(false)
  })

  it('is heard where the ledger itself cannot be used', () => {
    const folder = newLedger()
    beginJournal(folder, ['2022-01-04'])
    expect(open(folder, 'v2')).toEqual({ ...NO_LEDGER, touched: new Set(['2022-01-04']) })
  })
})
