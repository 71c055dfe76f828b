import { defineConfig } from 'vitest/config'
import type { Reporter } from 'vitest/node'

/** A line on the console is something that no test expects: it fails the run. */
const strayLines = (): Reporter => {
  let count = 0
  return {
    onUserConsoleLog: () => {
      count++
    },
    onTestRunEnd: () => {
      if (count === 0) return
      process.exitCode = 1
      process.stderr.write(`Tests wrote to the console (${count} times, above): that fails the run.\n`)
    },
  }
}

/** What stands in for a module would do so in other files as well: these have one to themselves, as the reader's have. */
const MOCKING = ['tests/publisher/watch-folder.test.ts']

export default defineConfig({
  test: {
    reporters: ['default', strayLines()],
    // One core less is the usual, which of two is half.
    maxWorkers: '100%',
    projects: [
      {
        // Files share what they import, which is most of the time they take: these keep nothing there.
        test: {
          name: 'ground',
          isolate: false,
          include: ['tests/archive/**/*.test.ts', 'tests/walls.test.ts'],
        },
      },
      {
        test: {
          name: 'publisher',
          isolate: false,
          include: ['tests/{publisher,hosting}/**/*.test.ts', 'tests/content.test.ts'],
          exclude: MOCKING,
        },
      },
      {
        test: {
          name: 'reader',
          // jsdom is asked for by a file's first line: // @vitest-environment jsdom
          include: ['tests/{reader,offline}/**/*.test.{ts,tsx}', ...MOCKING],
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: 'tests/journeys/find-browser.ts',
          // A journey publishes a site and opens a browser; two at a time hold each other up beyond what a reader waits.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
})
