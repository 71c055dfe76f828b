import type { SearchRequest, SearchSession, SearchStep } from './search-session.ts'
import type { WorkerAsk } from './search-worker.ts'
import workerUrl from './search-worker.ts?worker&url'

let worker: Worker | undefined
let last = 0
const waiting = new Map<number, (step: SearchStep) => void>()

interface Policy {
  createScriptURL(url: string): unknown
}
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(): string }): Policy
}

/** A page may make a policy of one name once, and a second worker be wanted when the first did not load. */
let policy: Policy | undefined

/** The page lets nothing become a script's address but what this names. */
const addressOf = (url: string): string => {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  policy ??= trustedTypes?.createPolicy('search-worker', { createScriptURL: () => workerUrl })
  return (policy?.createScriptURL(url) ?? url) as string
}

const startWorker = (): Worker => {
  const started = new Worker(addressOf(workerUrl), { type: 'module' })
  started.addEventListener('message', ({ data }: MessageEvent<{ id: number; step: SearchStep }>) => {
    waiting.get(data.id)?.(data.step)
    waiting.delete(data.id)
  })
  started.addEventListener('error', () => {
    // The program itself could not be loaded, which a new one may be.
    worker = undefined
    for (const tell of waiting.values())
      tell({
        headlines: [],
        isDone: false,
        isOfTitles: false,
        failure: { kind: 'offline', shard: undefined },
      })
    waiting.clear()
  })
  return started
}

/** Opens a search in a thread of its own; where there are none, in this one. */
export const openSearch = async (request: SearchRequest): Promise<SearchSession> => {
  if (typeof Worker === 'undefined') {
    const { openSession } = await import('./search-session.ts')
    return openSession(request)
  }
  worker ??= startWorker()
  const own = worker
  const id = ++last
  const ask = (message: WorkerAsk): void => own.postMessage(message)
  ask({ id, open: request })
  return () =>
    new Promise((resolve) => {
      waiting.set(id, resolve)
      ask({ id })
    })
}
