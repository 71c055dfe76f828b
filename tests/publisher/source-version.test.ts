import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { appVersion, PROJECT, printerVersion, publisherVersion } from '../../src/publisher/source-version.mjs'

it('names the publisher by its sources', () => {
  expect(publisherVersion()).toMatch(/^[0-9a-f]{24}$/)
  expect(publisherVersion()).toBe(publisherVersion())
  expect(existsSync(join(PROJECT, 'package.json'))).toBe(true)
})

it('names the reader by its sources and by how it is built', () => {
  const versions = [
    appVersion('/'),
    appVersion('/news/'),
    appVersion('/', 'production'),
    appVersion('/production'),
  ]
  expect(new Set([...versions, publisherVersion()]).size).toBe(5)
  expect(appVersion('/')).toBe(versions[0])
})

it('names what prints pages by its sources, and otherwise than what publishes', () => {
  expect(printerVersion()).toMatch(/^[0-9a-f]{12}$/)
  expect(printerVersion()).toBe(printerVersion())
  expect(publisherVersion()).not.toContain(printerVersion())
})
