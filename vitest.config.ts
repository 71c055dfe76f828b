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

export default defineConfig({
  test: {
    reporters: ['default', strayLines()],
    projects: [
      {
        test: {
          name: 'ground',
          include: ['tests/archive/**/*.test.ts', 'tests/walls.test.ts'],
        },
      },
      {
        test: {
          name: 'wings',
          // jsdom is asked for by a file's first line: // @vitest-environment jsdom
          include: ['tests/{publisher,reader,offline,hosting}/**/*.test.{ts,tsx}', 'tests/content.test.ts'],
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: 'tests/journeys/find-browser.ts',
          // A journey publishes a site and opens a browser; two at a time would measure each other.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
})
