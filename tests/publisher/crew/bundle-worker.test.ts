import { existsSync, statSync } from 'node:fs'
import { expect, it } from 'vitest'
import { bundleWorker } from '../../../src/publisher/crew/bundle-worker.ts'
import { publisherVersion } from '../../../src/publisher/source-version.ts'

it('bundles the program of threads once for each version of the publisher', { timeout: 60_000 }, async () => {
  const path = await bundleWorker()
  expect(path).toContain(publisherVersion())
  expect(existsSync(path)).toBe(true)
  const { mtimeMs, ino } = statSync(path)
  expect(await bundleWorker()).toBe(path)
  expect(statSync(path)).toMatchObject({ mtimeMs, ino })
  const program = (await import(path)) as Record<string, unknown>
  expect(Object.keys(program).sort()).toEqual(['pack', 'read', 'stamp'])
})
