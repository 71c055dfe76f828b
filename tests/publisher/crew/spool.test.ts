import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openSpool, spoolBatch } from '../../../src/publisher/crew/spool.ts'
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
