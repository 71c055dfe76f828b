import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { SiteError } from './problems.ts'
import { waitInFolder } from './turn-in-folder.ts'
import { openSocket, outlast } from './turn-socket.ts'

/** The bytes a Linux socket's name has room for (unix(7), `sun_path`). */
const NAME_LENGTH = 108

/**
 * Waits until nobody else on this machine writes to the output folder, this process included; `onWait` is told once
 * when somebody does. The result gives the turn back; a process that ends has given it back, even a killed one. The
 * folder itself holds no trace of it, so that a copy or a cache of it is not locked. Containers that share a folder
 * but no network do not see each other.
 * @throws SiteError when the system lets nobody wait.
 */
export const waitForTurn = async (
  out: string,
  onWait: (what: string) => void,
): Promise<() => Promise<void>> => {
  let isTold = false
  const tell = (): void => {
    if (!isTold) onWait(`another publish writes to ${out}; this one waits until it is done`)
    isTold = true
  }
  try {
    const hash = hashOf(out)
    if (process.platform === 'win32') return await waitAt(`\\\\.\\pipe\\kanbao-${hash}`, tell)
    // Filled to the end: some versions of Node.js pad a shorter name, some do not, and the two would not meet.
    if (process.platform === 'linux') return await waitAt(`\0kanbao-${hash}`.slice(0, NAME_LENGTH), tell)
    // Short, since elsewhere a socket's path ends after some hundred bytes.
    return await waitInFolder(tmpdir(), `kanbao-${hash.slice(0, 16)}`, tell)
  } catch (thrown) {
    const reason = (thrown as Error).message
    throw new SiteError(`${out}: cannot find out whether another publish writes to it (${reason})`)
  }
}

/** Waits for an address that is free as soon as nobody listens at it. */
const waitAt = async (address: string, onWait: () => void): Promise<() => Promise<void>> => {
  for (;;) {
    const socket = await openSocket(address)
    if (socket) return socket.close
    onWait()
    await outlast(address)
  }
}

/** The same for each way to name a folder: through links, and in any case where case does not count. */
const hashOf = (out: string): string => {
  const path = realOf(resolve(out))
  const name = process.platform === 'linux' ? path : path.normalize('NFC').toLowerCase()
  return createHash('sha512').update(name).digest('hex')
}

/** The real path of what need not be there yet. */
const realOf = (path: string): string => {
  try {
    return realpathSync.native(path)
  } catch {
    const parent = dirname(path)
    return parent === path ? path : join(realOf(parent), basename(path))
  }
}
