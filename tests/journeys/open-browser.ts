import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { launchBrowser } from './launch-browser.ts'

/** Starts the browser of the journeys. */
export const openBrowser = (): Promise<Browser> => launchBrowser(inject('chromium'))

/** What a page said and asked for that a reader should not notice. */
interface Noise {
  /** Console messages of any kind, errors that nobody caught, and crashes. */
  readonly messages: string[]
  /** Requests to other hosts, none of which left the machine. */
  readonly blocked: string[]
}
const noises = new WeakMap<Page, Noise>()

const noiseOf = (page: Page): Noise => {
  const noise = noises.get(page)
  if (!noise) throw new Error('the page was not opened by openPage')
  return noise
}

/** The smallest picture: 1×1, transparent. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A page in a context of its own (no history, no storage), which is closed with the page. */
export const openPage = async (browser: Browser, options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await browser.newContext(options)
  const page = await openPageIn(context)
  // The browser may be closing as well, and take the context with it.
  page.on('close', () => context.close().catch(() => undefined))
  return page
}

/** One more page in a context that has some already. */
export const openPageIn = async (context: BrowserContext): Promise<Page> => {
  const page = await context.newPage()
  const noise: Noise = { messages: [], blocked: [] }
  noises.set(page, noise)
  page.on('console', (message) => noise.messages.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => noise.messages.push(`uncaught: ${error.message}`))
  page.on('crash', () => noise.messages.push('the page crashed'))
  await page.route(isForeign, async (route) => {
    const request = route.request()
    noise.blocked.push(request.url())
    // Articles show pictures of other hosts; one that fails would leave a line on the console.
    const answer =
      request.resourceType() === 'image'
        ? route.fulfill({ contentType: 'image/png', body: PICTURE })
        : route.abort()
    await answer.catch(() => undefined) // the page was closed while it asked
  })
  return page
}

const isForeign = ({ protocol, hostname }: URL): boolean =>
  /^(https?|wss?):$/.test(protocol) && hostname !== '127.0.0.1' && hostname !== 'localhost'

/** Addresses of other hosts that the page has asked for so far. */
export const blockedBy = (page: Page): readonly string[] => noiseOf(page).blocked

/**
 * Fails when the console of the page is not empty, then forgets what it said.
 * `expected` are messages that the journey provoked, such as a 404 that the browser itself reports.
 */
export const expectQuiet = (page: Page, ...expected: readonly RegExp[]): void => {
  const messages = noiseOf(page).messages.splice(0)
  expect(messages.filter((message) => !expected.some((each) => each.test(message)))).toEqual([])
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Fails with a line for each thing that axe finds, and its place. */
export const expectAccessible = async (page: Page): Promise<void> => {
  // A printed page cannot know what will scroll: the reader sees to it when it takes the page over, where it can.
  const printed = page.locator('.frame-printed')
  await printed.waitFor({ state: 'detached', timeout: 5000 }).catch(() => undefined)
  // The debugger's evaluation is not subject to the page's Content-Security-Policy; `page.evaluate` uses eval.
  const debug = await page.context().newCDPSession(page)
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await debug.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }
  try {
    await evaluate(`if (!globalThis.axe) { ${AXE}\n}`)
    const { violations } = (await evaluate(
      'axe.run(document, { resultTypes: ["violations"] })',
    )) as AxeResults
    const lines = violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id}: ${help} — ${target.join(' ')} — ${failureSummary ?? ''}`,
      ),
    )
    expect(lines).toEqual([])
  } finally {
    await debug.detach().catch(() => undefined)
  }
}
