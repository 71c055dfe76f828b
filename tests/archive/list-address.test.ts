import { expect, it } from 'vitest'
import { ARCHIVES, listAddresses, readListAddress } from '../../src/archive/list-address.ts'

it.each([
  ['/category/rili/', { category: 'rili' }],
  ['/category/%E8%82%A1%E5%B8%82/', { category: '股市' }],
  ['/2022/', { from: '2022-01', to: '2022-12' }],
  ['/2022/01/', { from: '2022-01', to: '2022-01' }],
  ['/2022/01/21/', { from: '2022-01-21', to: '2022-01-21' }],
  ['/2022/13/', undefined],
  ['/2022/02/30/', undefined],
  ['/2022/01/21/a.html', undefined],
  ['/category/a/b/', undefined],
  ['/', undefined],
])('reads %s', (path, list) => {
  expect(readListAddress(path, ARCHIVES)).toEqual(list)
  expect(readListAddress(path, [])).toBeUndefined()
})

it('gives every list it names an address that is read back', () => {
  const addresses = listAddresses(ARCHIVES, ['rili', '股市'], ['2022-01-21', '2022-01-22', '0000-00-00'])
  expect(addresses).toEqual([
    '/category/rili/',
    '/category/%E8%82%A1%E5%B8%82/',
    '/2022/',
    '/2022/01/',
    '/2022/01/21/',
    '/2022/01/22/',
  ])
  for (const address of addresses) expect(readListAddress(address, ARCHIVES)).toBeDefined()
  expect(listAddresses([], ['rili'], ['2022-01-21'])).toEqual([])
})
