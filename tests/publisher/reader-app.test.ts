import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { keepApp, keptApp, publicFiles, type ReaderApp } from '../../src/publisher/reader-app.ts'
import { fill, newFolder } from './site-folder.ts'

const APP: ReaderApp = {
  template: '<title>“看报”</title>',
  files: new Map([
    ['app/index-1.js', Buffer.from('let a')],
    ['app/font.woff2', Buffer.from([0, 255, 254, 128])],
  ]),
}

it('is kept whole, for its version', () => {
  const ledger = join(newFolder(), 'ledger')
  keepApp(ledger, 'v1', APP)
  expect(keptApp(ledger, 'v1')).toEqual(APP)
  expect(keptApp(ledger, 'v2')).toBeUndefined()
  keepApp(ledger, 'v2', { ...APP, files: new Map() })
  expect([keptApp(ledger, 'v1'), keptApp(ledger, 'v2')?.files.size]).toEqual([undefined, 0])
})

it('that is missing or cut off is built again', () => {
  const ledger = newFolder()
  expect(keptApp(ledger, 'v1')).toBeUndefined()
  keepApp(ledger, 'v1', APP)
  truncateSync(join(ledger, 'app.json'), 60)
  expect(keptApp(ledger, 'v1')).toBeUndefined()
})

it('what lies in public/ stands beside it, by its path', () => {
  const folder = fill(newFolder(), { 'favicon.svg': '<svg/>', 'a/b/c.txt': '看报' })
  const files = [...publicFiles(folder)].map(([path, bytes]) => [path, Buffer.from(bytes).toString()])
  expect(Object.fromEntries(files)).toEqual({ 'favicon.svg': '<svg/>', 'a/b/c.txt': '看报' })
  expect([publicFiles('').size, publicFiles(join(folder, 'none')).size]).toEqual([0, 0])
})
