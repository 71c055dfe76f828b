import { connect, createServer, type Socket } from 'node:net'

/** A socket others can wait at. It goes with its process, however that ends: the kernel closes it. */
export interface TurnSocket {
  /** Lets everybody go who waits at it. May be called again. */
  close(): Promise<void>
}

/**
 * Listens at a local address; nothing when somebody else does.
 * @throws the system's error when no socket can be there at all.
 */
export const openSocket = (address: string): Promise<TurnSocket | undefined> =>
  new Promise((resolve, reject) => {
    const guests = new Set<Socket>()
    const server = createServer((guest) => {
      guests.add(guest)
      // A guest that is killed while it waits is no error here.
      guest.on('error', () => {}).on('close', () => guests.delete(guest))
      // Neither the guests nor the socket keep alive a process that has done its work.
      guest.unref().resume()
    })
    const close = (): Promise<void> =>
      new Promise((closed) => {
        server.close(() => closed())
        for (const guest of guests) guest.destroy()
      })
    server.on('error', (thrown: NodeJS.ErrnoException) => {
      if (thrown.code === 'EADDRINUSE') resolve(undefined)
      else reject(thrown)
    })
    server.listen(address, () => resolve({ close }))
    server.unref()
  })

/** What a connection says when nobody listens, or no longer. */
const NOBODY = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'ENOTSOCK', 'EPIPE'])

/**
 * Waits until the socket at an address closes: true, or at once false when there is none. Keeps the process alive.
 * @throws the system's error when it cannot be told whether somebody listens.
 */
export const outlast = (address: string, onMet: () => void = () => {}): Promise<boolean> =>
  new Promise((resolve, reject) => {
    let isMet = false
    const socket = connect(address)
    socket.on('connect', () => {
      isMet = true
      onMet()
    })
    socket.on('error', (thrown: NodeJS.ErrnoException) => {
      if (!isMet && !NOBODY.has(thrown.code ?? '')) reject(thrown)
    })
    socket.on('close', () => resolve(isMet))
    // Who does not read does not hear the other end close.
    socket.resume()
  })
