import { type Browser, chromium } from 'playwright-core'

/**
 * Starts a browser with a fresh profile that keeps to itself: it calls nobody but the pages it is given. `port` is where
 * another program may debug it.
 */
export const launchBrowser = (executablePath: string, port?: number): Promise<Browser> =>
  chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(port === undefined ? [] : [`--remote-debugging-port=${port}`]),
    ],
  })
