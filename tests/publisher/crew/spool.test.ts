import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { openSpool, spoolBatch, spoolEmptier } from '../../../src/publisher/crew/spool.ts'
import { newFolder } from '../site-folder.ts'

it('gives back what was put away, in any order', () => {
  const folder = join(newFolder(), 'spool')
  const texts = ['{"a":1}', '', '看报', '{"b":"é"}']
  const spans = spoolBatch(folder, 0, texts)
  const others = spoolBatch(folder, 1, ['又'])
  const read = openSpool(folder)
  expect([...spans, ...others].reverse().map(read)).toEqual(['又', ...[...texts].reverse()])
})

it('counts in bytes', () => {
  expect(spoolBatch(newFolder(), 7, ['看', 'a'])).toEqual([
    { batch: 7, start: 0, end: 3 },
    { batch: 7, start: 3, end: 4 },
  ])
})

it('bears a batch without articles', () => {
  expect(spoolBatch(newFolder(), 0, [])).toEqual([])
})

it('puts no more than a thousand batches into a folder', () => {
  const folder = newFolder()
  for (const batch of [0, 999, 1000]) spoolBatch(folder, batch, ['a'])
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual([
    '0',
    join('0', '0.json'),
    join('0', '999.json'),
    '1',
    join('1', '1000.json'),
  ])
})

it('takes a batch away when each of its articles has been packed, and no other', async () => {
  const folder = newFolder()
  const [one, two] = spoolBatch(folder, 0, ['a', 'b'])
  const [other, last] = spoolBatch(folder, 1, ['c', 'd'])
  const [late] = spoolBatch(folder, 2, ['read again'])
  if (!one || !two || !other || !last || !late) throw new Error('spans are missing')
  const isPacked = spoolEmptier(folder, [one, two, other, last])
  for (const span of [one, other, late]) isPacked(span)
  expect([one, two, other, last, late].map(openSpool(folder))).toEqual(['a', 'b', 'c', 'd', 'read again'])
  isPacked(two)
  await vi.waitFor(() => expect(readdirSync(join(folder, '0'))).toEqual(['1.json', '2.json']))
})
