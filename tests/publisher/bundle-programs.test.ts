import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { bundlePrograms } from '../../src/publisher/bundle-programs.mjs'
import { PROJECT, publisherVersion } from '../../src/publisher/source-version.mjs'

it('bundles the publisher and its threads once for each version', { timeout: 60_000 }, async () => {
  const folder = await bundlePrograms()
  expect(folder).toContain(publisherVersion())
  const path = join(folder, 'worker.mjs')
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['publish-site.mjs', 'worker.mjs']))
  const { mtimeMs, ino } = statSync(path)
  expect(await bundlePrograms()).toBe(folder)
  expect(statSync(path)).toMatchObject({ mtimeMs, ino })
  const worker = (await import(path)) as Record<string, unknown>
  expect(Object.keys(worker).sort()).toEqual(['index', 'pack', 'read', 'stamp'])
  const publisher = (await import(join(folder, 'publish-site.mjs'))) as Record<string, () => string>
  expect(Object.keys(publisher)).toEqual(
    expect.arrayContaining(['builtReader', 'optionsFrom', 'publishSite']),
  )
  expect(PROJECT).toBe(process.cwd())
})
