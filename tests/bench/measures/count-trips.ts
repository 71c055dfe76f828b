import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { isMonth } from '../../../src/archive/day.ts'
import { aPrintedPage, PRINTED_ID, type PrintedPage } from '../../../src/archive/printed-page.ts'
import { Archive } from '../../../src/reader/library/archive.ts'
import type { Filter } from '../../../src/reader/library/filter.ts'
import { requestAhead } from '../../../src/reader/library/search-ahead.ts'
import { openSession, type SearchRequest } from '../../../src/reader/library/search-session.ts'
import { fileAt, TYPES } from '../../journeys/static-server.ts'
import type { Answer } from './ask-search.ts'
import type { Query } from './choose-queries.ts'
import { sentBody } from './host-server.ts'

/** Results that are waited for. */
const FULL = 10

/** Milliseconds in which an engine that has its answers asks for all that they lead to. */
const TRIP = 12

/**
 * Asks the engine itself up to the tenth result, as whoever opens the address of a search: it has nothing of the archive
 * but what the home page says of its index, and reads the root at the same time. What it asks for while other answers
 * are under way comes with them, so that its round trips are counted and not timed.
 */
export const countTrips = async (out: string, query: Query): Promise<Answer> => {
  const { words, category, month, expected } = query
  const wire = openWire(out)
  const { fetch } = globalThis
  globalThis.fetch = wire.fetch
  const filter: Filter = {
    categories: category ? [category] : [],
    words: words.join(' '),
    ...(month && isMonth(month) && { from: month, to: month }),
  }
  try {
    forget()
    const ahead = requestAhead('', printedIn(out), filter)
    if (ahead) void openSession(ahead)()
    const next = openSession({ base: '', root: await new Archive('').root(), filter, skip: 0 })
    let found = 0
    let isWhole = false
    while (!isWhole && found < FULL) {
      const { headlines, isDone, failure } = await next()
      if (failure) throw new Error(`${filter.words}: ${failure.kind} ${failure.shard}`)
      found += headlines.length
      isWhole = isDone
    }
    const chain = wire.trips()
    // What the engine has asked for ahead, and not waited for, was sent as well.
    await setTimeout(3 * TRIP)
    const isRight = isWhole ? found === expected : found <= expected
    return { query, ...wire.sent(), chain, first: Number.NaN, full: Number.NaN, isRight }
  } finally {
    globalThis.fetch = fetch
  }
}

/** What one search has read serves the next, but not one of another site. */
const forget = (): void => {
  const root = { edition: '' } as SearchRequest['root']
  openSession({ base: 'none', root, filter: { categories: [] }, skip: 0 })
}

const printedIn = (out: string): PrintedPage => {
  const page = readFileSync(join(out, 'index.html'), 'utf8')
  const json = new RegExp(`id="${PRINTED_ID}"[^>]*>([^<]*)<`).exec(page)?.[1] ?? '{}'
  return aPrintedPage(JSON.parse(json), 'index.html')
}

/** A wire on which all that is asked for at one time takes one trip. */
const openWire = (out: string) => {
  let [trips, requests, bytes] = [0, 0, 0]
  let waiting: (() => void)[] = []
  let departure: NodeJS.Timeout | undefined
  const depart = (): void => {
    trips++
    const passengers = waiting
    waiting = []
    for (const arrive of passengers) arrive()
  }
  return {
    fetch: async (input: string | URL | Request): Promise<Response> => {
      const path = String(input)
      await new Promise<void>((resolve) => {
        waiting.push(resolve)
        clearTimeout(departure)
        departure = globalThis.setTimeout(depart, TRIP)
      })
      const file = fileAt(out, path)
      if (!file || file === 'folder') return new Response('', { status: 404 })
      requests++
      bytes += sentBody(TYPES[file.type] ?? 'application/octet-stream', file.body).length
      return new Response(readFileSync(join(out, path)))
    },
    trips: () => trips,
    sent: () => ({ requests, bytes }),
  }
}
