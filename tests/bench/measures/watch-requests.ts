import type { CDPSession } from 'playwright-core'
import type { Span } from './request-chain.ts'

/** A request below `archive/` that was not answered from a cache; times are seconds of the browser's clock. */
export interface Transfer extends Span {
  readonly path: string
  /** Of the answer, its head included, as they came over the wire. */
  readonly bytes: number
}

export interface RequestWatch {
  /** The transfers since the last time this was asked for. */
  readonly take: () => Transfer[]
  /** Whether any request is under way. */
  readonly isBusy: () => boolean
}

/** Watches what a page asks for. Requests of workers are not seen: a server counts them, too. */
export const watchRequests = async (debug: CDPSession): Promise<RequestWatch> => {
  const running = new Map<string, { path: string; start: number }>()
  const cached = new Set<string>()
  const transfers: Transfer[] = []
  debug.on('Network.requestWillBeSent', ({ requestId, request, timestamp }) => {
    running.set(requestId, { path: new URL(request.url).pathname, start: timestamp })
  })
  debug.on('Network.requestServedFromCache', ({ requestId }) => cached.add(requestId))
  debug.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromDiskCache || response.fromPrefetchCache) cached.add(requestId)
  })
  const finish = (requestId: string, end: number, bytes: number): void => {
    const request = running.get(requestId)
    running.delete(requestId)
    if (request?.path.startsWith('/archive/') && !cached.has(requestId))
      transfers.push({ ...request, end, bytes })
  }
  debug.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) =>
    finish(requestId, timestamp, encodedDataLength),
  )
  debug.on('Network.loadingFailed', ({ requestId, timestamp }) => finish(requestId, timestamp, 0))
  await debug.send('Network.enable')
  return { take: () => transfers.splice(0), isBusy: () => running.size > 0 }
}
