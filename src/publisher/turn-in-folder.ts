import { randomBytes } from 'node:crypto'
import { readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openSocket, outlast, type TurnSocket } from './turn-socket.ts'

/**
 * Waits for the turn called `name` by socket files in `folder`, for systems whose sockets outlive their processes as
 * files. One file for all could not be cleared away safely: whoever finds it dead may remove the next one's living
 * socket. So each has a file of its own, under a name never used again, and the turn belongs to who sees no other
 * living one after showing its own. Two that see each other: the first by name stays, the other steps back.
 * @throws the system's error when no socket can be in the folder.
 */
export const waitInFolder = async (
  folder: string,
  name: string,
  onWait: () => void,
): Promise<() => Promise<void>> => {
  for (;;) {
    const own = `${name}-${randomBytes(8).toString('hex')}`
    const socket = await showSocket(folder, own)
    try {
      if (await outlastOthers({ folder, name, own, socket, onWait })) return socket.close
    } catch (thrown) {
      // Else those who see it would wait for good.
      await socket.close()
      throw thrown
    }
  }
}

/** A file is shown under its name only when it answers, so that one which does not is dead for good. */
const showSocket = async (folder: string, own: string): Promise<TurnSocket> => {
  const hidden = join(folder, `.${own}`)
  const socket = await openSocket(hidden)
  if (!socket) throw new Error(`${hidden}: is in use, though nobody else knows the name`)
  try {
    renameSync(hidden, join(folder, own))
  } catch (thrown) {
    // Its path was too long, and the system cut it off.
    await socket.close()
    throw thrown
  }
  const close = (): Promise<void> => {
    rmSync(join(folder, own), { force: true })
    return socket.close()
  }
  return { close }
}

interface Shown {
  readonly folder: string
  readonly name: string
  readonly own: string
  readonly socket: TurnSocket
  readonly onWait: () => void
}

/** True when no other is left; false when this one stepped back for another, which is gone by now. */
const outlastOthers = async ({ folder, name, own, socket, onWait }: Shown): Promise<boolean> => {
  for (;;) {
    let isAlone = true
    for (const other of readdirSync(folder)) {
      if (!other.startsWith(`${name}-`) || other === own) continue
      let steppingBack: Promise<void> | undefined
      const wasThere = await outlast(join(folder, other), () => {
        onWait()
        // Before waiting for the other, which may be waiting for this one.
        if (other < own) steppingBack = socket.close()
      })
      await steppingBack
      if (steppingBack) return false
      if (wasThere) isAlone = false
      else rmSync(join(folder, other), { force: true })
    }
    // Others may have come while this one waited; those who come from now on see it.
    if (isAlone) return true
  }
}
