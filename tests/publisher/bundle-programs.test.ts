import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { bundlePrograms, PRINTER } from '../../src/publisher/bundle-programs.mjs'
import { PROJECT, printerVersion, publisherVersion } from '../../src/publisher/source-version.mjs'

it('bundles the publisher, its threads and what prints pages once for each version', {
  timeout: 60_000,
}, async () => {
  const folder = await bundlePrograms()
  expect(folder).toContain(`${publisherVersion()}-${printerVersion()}`)
  const path = join(folder, 'worker.mjs')
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['publish-site.mjs', 'worker.mjs', PRINTER]))
  const { mtimeMs, ino } = statSync(path)
  expect(await bundlePrograms()).toBe(folder)
  expect(statSync(path)).toMatchObject({ mtimeMs, ino })
  const worker = (await import(path)) as Record<string, unknown>
  expect(Object.keys(worker).sort()).toEqual(['compress', 'index', 'list', 'pack', 'read', 'stamp'])
  const publisher = (await import(join(folder, 'publish-site.mjs'))) as Record<string, () => string>
  expect(Object.keys(publisher)).toEqual(
    expect.arrayContaining(['builtReader', 'optionsFrom', 'publishSite']),
  )
  const printer = (await import(join(folder, PRINTER))) as Record<string, unknown>
  expect(printer.preparePrint).toBeTypeOf('function')
  expect(PROJECT).toBe(process.cwd())
})
