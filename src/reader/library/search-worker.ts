import { openSession, type SearchRequest, type SearchSession } from './search-session.ts'

/** What the page asks: to open a search under a number of its choice, or to go on with one. */
export interface WorkerAsk {
  readonly id: number
  readonly open?: SearchRequest
}

/** Searches that can be gone on with; of an older one the page is told to open it again. */
const MOST_SESSIONS = 24

const sessions = new Map<number, SearchSession>()

/** A failure that trying again mends: the search is opened anew, behind what is there. */
const forgotten: SearchSession = async () => ({
  headlines: [],
  isDone: false,
  isOfTitles: false,
  failure: { kind: 'offline', shard: undefined },
})

// Searching takes a while and must not make typing stutter: it has this thread to itself.
addEventListener('message', ({ data: { id, open } }: MessageEvent<WorkerAsk>) => {
  if (open) {
    sessions.set(id, openSession(open))
    for (const oldest of sessions.keys()) if (sessions.size > MOST_SESSIONS) sessions.delete(oldest)
    return
  }
  const next = sessions.get(id) ?? forgotten
  void next().then((step) => postMessage({ id, step }))
})
