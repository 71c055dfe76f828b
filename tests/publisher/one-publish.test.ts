import { mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import { waitForTurn } from '../../src/publisher/one-publish.ts'
import { killOneOfThree, startContender } from './contender.ts'
import { newFolder } from './site-folder.ts'

// Processes start and disks answer slowly where much else runs.
vi.setConfig({ testTimeout: 120_000 })

it('is given at once where nobody writes, and again when it was given back', async () => {
  const out = join(newFolder(), 'not/there/yet')
  const told: string[] = []
  for (let round = 0; round < 3; round++) {
    const giveBack = await waitForTurn(out, (what) => told.push(what))
    await giveBack()
    await giveBack()
  }
  expect(told).toEqual([])
})

it('is one publish’s at a time within a process, and each that waits is told so once', async () => {
  const folder = newFolder()
  const told: string[] = []
  let writing = 0
  const most: number[] = []
  await Promise.all(
    Array.from({ length: 12 }, async () => {
      const giveBack = await waitForTurn(folder, (what) => told.push(what))
      most.push(++writing)
      for (let breath = 0; breath < 5; breath++) await setImmediate()
      writing--
      await giveBack()
    }),
  )
  expect(most).toEqual(Array.from({ length: 12 }, () => 1))
  expect(told).toEqual(
    Array.from({ length: 11 }, () => `another publish writes to ${folder}; this one waits until it is done`),
  )
})

it('is the same for each name of a folder, and another for another', async () => {
  const folder = newFolder()
  mkdirSync(join(folder, 'real'))
  symlinkSync(join(folder, 'real'), join(folder, 'link'))
  let isTold = false
  const giveBack = await waitForTurn(join(folder, 'link/../link/out'), () => {})
  await (await waitForTurn(join(folder, 'out'), () => expect.unreachable()))()
  const second = waitForTurn(join(folder, 'real/out'), () => {
    isTold = true
    // The folder that was missing is there by now: it is still the same.
    mkdirSync(join(folder, 'real/out'))
    void giveBack()
  })
  await (await second)()
  expect(isTold).toBe(true)
  expect(readdirSync(join(folder, 'real/out'))).toEqual([])
})

it('goes on to one after the other when a process is killed', async () => {
  const story = await killOneOfThree('by-system', newFolder())
  const [last, next] = story.at(-1) === 'one is done' ? ['one', 'two'] : ['two', 'one']
  expect(story.filter((said) => !said.endsWith('waits'))).toEqual([
    'first writes',
    `${next} writes`,
    `${next} is done`,
    `${last} writes`,
    `${last} is done`,
  ])
})

it('keeps no process alive that has it, and alive each that waits', async () => {
  const out = newFolder()
  const giveBack = await waitForTurn(out, () => {})
  const story: string[] = []
  const child = startContender('and-end', out, 'child', story)
  await child.hears('waits')
  await giveBack()
  expect(await child.ended).toBe(0)
  expect(story).toEqual(['child waits', 'child writes'])
})
