import type { PackedMemo } from '../../../src/publisher/ledger/month-file.ts'

/** A packed entry with what matters to a test set, and the rest plain. */
export const aMemoWith = (fields: Partial<PackedMemo> = {}): PackedMemo => ({
  day: '2022-01-04',
  key: 'keykeykeykey',
  name: 'daydaydayday',
  pages: ['pagepagepage'],
  packs: [{ count: 1, name: 'packpackpack' }],
  weight: { files: 3, bytes: 300, largest: { path: 'a.html', bytes: 200 } },
  posts: [],
  refused: [],
  isPaged: true,
  odd: new Map(),
  ...fields,
})
