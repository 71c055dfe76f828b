import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Archive } from '../../../src/reader/library/archive.ts'
import { searchArchive } from '../../../src/reader/library/search-engine.ts'
import { fileAt, TYPES } from '../../journeys/static-server.ts'
import type { Answer } from './ask-search.ts'
import { sentBody } from './host-server.ts'

/** Results that are waited for. */
const FULL = 10

/** Milliseconds in which an engine that has its answers asks for all that they lead to. */
const TRIP = 12

/**
 * Asks the engine itself, which has nothing of the archive, up to the tenth result. What it asks for while other answers
 * are under way comes with them, so that its round trips are counted and not timed.
 */
export const countTrips = async (out: string, words: string, expected: number): Promise<Answer> => {
  const wire = openWire(out)
  const { fetch } = globalThis
  globalThis.fetch = wire.fetch
  try {
    let found = 0
    let isWhole = true
    for await (const batch of searchArchive(new Archive(''), { categories: [], words })) {
      found += batch.length
      isWhole = found < FULL
      if (!isWhole) break
    }
    const chain = wire.trips()
    // What the engine has asked for ahead, and not waited for, was sent as well.
    await setTimeout(3 * TRIP)
    const isRight = isWhole ? found === expected : found <= expected
    const query = { kind: 'substrings' as const, words: [words], expected }
    return { query, ...wire.sent(), chain, first: Number.NaN, full: Number.NaN, isRight }
  } finally {
    globalThis.fetch = fetch
  }
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
