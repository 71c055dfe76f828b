import { setTimeout } from 'node:timers/promises'
import type { Browser, CDPSession } from 'playwright-core'
import { isMonth } from '../../../src/archive/day.ts'
import type { Query } from './choose-queries.ts'
import type { HostServer } from './host-server.ts'
import { longestChain } from './request-chain.ts'
import { type Shown, watchResults } from './watch-results.ts'

/** What one search took. Times are milliseconds, and NaN for what was never shown. */
export interface Answer {
  readonly query: Query
  readonly requests: number
  readonly bytes: number
  /** Requests one after another. */
  readonly chain: number
  /** Until the first result; where there are none, until the status line says so. */
  readonly first: number
  /** Until a full page, or all results. */
  readonly full: number
  /** Whether as many were found as a plain search finds. */
  readonly isRight: boolean
}

/** Results on a full page. */
const FULL = 10
/** A page that asks for nothing and shows nothing new for so long has answered: its status line waits 700 ms. */
const QUIET = 1000
const EVERY = 25
/** Every row that a first page may have should be in the window. */
const VIEWPORT = { width: 1280, height: 3000 }

export const addressOf = ({ words, category, month }: Query): string => {
  const search = new URLSearchParams({ q: words.join(' ') })
  if (category) search.append('category', category)
  if (month && isMonth(month)) for (const end of ['from', 'to']) search.append(end, month)
  return `/?${search}`
}

/**
 * Asks two searches in a browser that has the app's files and nothing of the archive: the first by opening its address,
 * the second in the same page. `patience` is how many milliseconds each may take.
 */
export const askTwice = async (
  browser: Browser,
  host: HostServer,
  [one, other]: readonly [Query, Query],
  patience: number,
): Promise<[cold: Answer, warm: Answer]> => {
  const context = await browser.newContext({ viewport: VIEWPORT })
  try {
    const page = await context.newPage()
    // Chunks of the app are fetched when something is searched for; it stands in no archive.
    host.keepArchive(false)
    await page.goto(`${host.url}?q=${encodeURIComponent('\u9fa5\u9fa4')}`)
    await page.waitForLoadState('networkidle')
    await page.goto('about:blank')
    host.keepArchive(true)
    const debug = await context.newCDPSession(page)
    await page.addInitScript(watchResults)
    await page.addInitScript(`askKanbao(${argumentsFor(one)})`)
    const asking = { debug, host, patience }
    const cold = await answerTo(one, asking, () => page.goto(new URL(addressOf(one), host.url).href))
    const ask = `askKanbao(${argumentsFor(other)}, ${JSON.stringify(addressOf(other))})`
    const warm = await answerTo(other, asking, () => evaluate(debug, ask))
    return [cold, warm]
  } finally {
    await context.close()
  }
}

const resultsOf = ({ expected }: Query): number => Math.min(FULL, expected)
const argumentsFor = (query: Query): string => `${JSON.stringify(query.words)}, ${resultsOf(query)}`

interface Asking {
  readonly debug: CDPSession
  readonly host: HostServer
  readonly patience: number
}

const answerTo = async (
  query: Query,
  { debug, host, patience }: Asking,
  ask: () => Promise<unknown>,
): Promise<Answer> => {
  host.takeTransfers()
  const start = performance.now()
  await ask()
  let shown = ''
  let last = performance.now()
  const isDone = (): boolean => {
    const { full, isNone } = JSON.parse(shown || '{}') as Partial<Shown>
    return query.expected > 0 ? full !== undefined : isNone === true
  }
  for (;;) {
    const now = JSON.stringify(await evaluate(debug, 'shownByKanbao()'))
    if (now !== shown || host.isBusy()) last = performance.now()
    shown = now
    const isQuiet = performance.now() - last >= QUIET
    if (isQuiet && (isDone() || performance.now() - start >= patience)) break
    if (performance.now() - start >= patience * 2) break // it never comes to rest
    await setTimeout(EVERY)
  }
  const { first, full, told, changed, counts, isNone } = JSON.parse(shown) as Shown
  const isNoneRight = query.expected === 0 && isNone
  // What a long window asks for besides, to be filled, is no part of the first page.
  const transfers = host.takeTransfers().filter((each) => full === undefined || each.start <= start + full)
  // The status line may say the same of two searches.
  const none = isNoneRight ? (told ?? changed ?? Number.NaN) : Number.NaN
  return {
    query,
    requests: transfers.length,
    bytes: transfers.reduce((sum, each) => sum + each.bytes, 0),
    chain: longestChain(transfers),
    first: first ?? none,
    full: full ?? none,
    isRight: isNoneRight || (first !== undefined && counts.some((told) => isRightCount(told, query))),
  }
}

/** A list that is not at its end tells how many it has so far. */
const isRightCount = (told: number, { expected }: Query): boolean =>
  told === expected || (told >= FULL && told < expected)

/** The debugger's evaluation is not subject to the page's Content-Security-Policy. */
const evaluate = async (debug: CDPSession, expression: string): Promise<unknown> =>
  (await debug.send('Runtime.evaluate', { expression, returnByValue: true })).result.value
