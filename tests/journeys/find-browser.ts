import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser of the journeys is. */
    chromium: string
  }
}

/** Vitest calls this once before the journeys; `inject('chromium')` hands the path to them. */
export const setup = (project: TestProject): void => {
  project.provide('chromium', findBrowser())
}

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser']

/** Where installers put a browser without adding it to the PATH. */
const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable]
    return folder ? [join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')] : []
  }),
]

/**
 * The path of a Chromium or Chrome, installed with apt-get if need be and possible.
 * @throws Error of one line that says what to install.
 */
export const findBrowser = (): string => {
  const wanted = process.env.CHROME_PATH
  if (wanted) {
    if (isProgram(wanted)) return wanted
    throw new Error(`CHROME_PATH: there is no program ${wanted}`)
  }
  const found = onPath() ?? USUAL_PLACES.find(isProgram) ?? ofPlaywright() ?? installed()
  if (found) return found
  throw new Error('no browser for the journeys: run `npx playwright install chromium`, or set CHROME_PATH')
}

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const onPath = (): string | undefined => {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram)
}

const ofPlaywright = (): string | undefined => {
  const path = chromium.executablePath()
  return path && existsSync(path) ? path : undefined
}

/** A bare Debian or Ubuntu as a build machine starts with: root, and no browser yet. */
const installed = (): string | undefined => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (...args: string[]) => execFileSync('/usr/bin/apt-get', args, { env, stdio: 'ignore' })
  try {
    run('update', '-qq')
    run('install', '-qq', '-y', 'chromium')
  } catch {
    return undefined // the caller says what a person can do
  }
  return onPath()
}
