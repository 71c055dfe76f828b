import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import { waitInFolder } from '../../src/publisher/turn-in-folder.ts'
import { killOneOfThree, startContender } from './contender.ts'
import { newFolder } from './site-folder.ts'

// Processes start and disks answer slowly where much else runs.
vi.setConfig({ testTimeout: 120_000 })

it('lets one write at a time, whoever came first, and leaves nothing behind', async () => {
  const folder = newFolder()
  let writing = 0
  const most: number[] = []
  const waited = new Set<number>()
  await Promise.all(
    Array.from({ length: 12 }, async (_, index) => {
      const giveBack = await waitInFolder(folder, 'turn', () => waited.add(index))
      most.push(++writing)
      for (let breath = 0; breath < 5; breath++) await setImmediate()
      writing--
      await giveBack()
    }),
  )
  expect(most).toEqual(Array.from({ length: 12 }, () => 1))
  expect(waited.size).toBeGreaterThan(0)
  expect(readdirSync(folder)).toEqual([])
})

it('does not wait for a turn of another name', async () => {
  const folder = newFolder()
  const giveBack = await waitInFolder(folder, 'turn', () => {})
  await (await waitInFolder(folder, 'other', () => expect.unreachable()))()
  await giveBack()
})

it('clears away what is left of killed processes, and waits for none of them', async () => {
  const folder = newFolder()
  const child = startContender('by-folder', folder, 'child', [])
  await child.hears('writes')
  child.kill()
  await child.ended
  writeFileSync(join(folder, 'turn-0'), '')
  expect(readdirSync(folder)).toHaveLength(2)
  const giveBack = await waitInFolder(folder, 'turn', () => expect.unreachable())
  expect(readdirSync(folder)).toHaveLength(1)
  await giveBack()
  expect(readdirSync(folder)).toEqual([])
})

it('goes on to one after the other when a process is killed', async () => {
  const story = await killOneOfThree('by-folder', newFolder())
  const [last, next] = story.at(-1) === 'one is done' ? ['one', 'two'] : ['two', 'one']
  expect(story.filter((said) => !said.endsWith('waits'))).toEqual([
    'first writes',
    `${next} writes`,
    `${next} is done`,
    `${last} writes`,
    `${last} is done`,
  ])
})

it('fails where no socket can be', async () => {
  const folder = newFolder()
  const wait = (where: string) => waitInFolder(where, 'turn', () => expect.unreachable())
  await expect(wait(join(folder, 'missing'))).rejects.toThrow('missing')
  // The system cuts off a socket's path that is too long, which would make one of many.
  const long = join(folder, 'long'.repeat(30))
  mkdirSync(long)
  await expect(wait(long)).rejects.toThrow()
})
