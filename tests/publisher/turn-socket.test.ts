import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openSocket, outlast } from '../../src/publisher/turn-socket.ts'
import { newFolder } from './site-folder.ts'

it('is one process’s at a time, and lets all go who wait when it closes', async () => {
  const address = join(newFolder(), 'socket')
  const socket = await openSocket(address)
  expect(await openSocket(address)).toBe(undefined)
  let met = 0
  const onMet = (): void => {
    if (++met === 5) void socket?.close()
  }
  const guests = Array.from({ length: 5 }, () => outlast(address, onMet))
  expect(await Promise.all(guests)).toEqual([true, true, true, true, true])
  const again = await openSocket(address)
  expect(again).toBeDefined()
  await again?.close()
})

it('lets those go, too, whom it has not yet heard', async () => {
  const address = join(newFolder(), 'socket')
  const socket = await openSocket(address)
  const guest = outlast(address)
  await socket?.close()
  await guest
})

it('is not waited for where there is none', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'file'), '')
  expect(await outlast(join(folder, 'none'))).toBe(false)
  expect(await outlast(join(folder, 'file'))).toBe(false)
})

it('fails where there can be none', async () => {
  await expect(openSocket(join(newFolder(), 'none/socket'))).rejects.toThrow('listen')
})
