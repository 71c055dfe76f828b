import fc from 'fast-check'
import { expect, it } from 'vitest'
import { claimFiles } from '../../../src/publisher/stages/claim-files.ts'

/** What each address gets, by the side of those files. */
const claimed = (taken: readonly string[], ...addresses: string[]) => {
  const files = claimFiles(taken)
  return addresses.map((address) => files.claim(address))
}

it('gives a file to the first address that has it, and none that is there anyhow', () => {
  const addresses = ['/a.html', '/a', '/index', '/404', '/b/', '/b/index.html']
  expect(claimed(['index.html', '404.html'], ...addresses)).toEqual([
    'a.html',
    undefined,
    undefined,
    undefined,
    'b/index.html',
    undefined,
  ])
})

it('gives none to an address that no file can bear', () => {
  const long = `/${'x'.repeat(260)}`
  expect(claimed([], long, '/a%2Fb', `/${'y'.repeat(255)}/z`)).toEqual([
    undefined,
    undefined,
    `${'y'.repeat(255)}/z.html`,
  ])
})

it('puts no file where a folder must be, and no folder where a file is', () => {
  expect(claimed([], '/a.html', '/a.html/b', '/c.html/d', '/c.html', '/e')).toEqual([
    'a.html',
    undefined,
    'c.html/d.html',
    undefined,
    'e.html',
  ])
  expect(claimed(['LICENSE', 'x/y.html/z.txt'], '/LICENSE/a', '/x/y', '/x/z')).toEqual([
    undefined,
    undefined,
    'x/z.html',
  ])
})

it('gives what is no page the file of its very name', () => {
  const files = claimFiles(['robots.txt', 'feed/own.xml'])
  const addresses = [
    '/feed.xml',
    '/feed.xml',
    '/robots.txt',
    '/feed/own.xml',
    '/feed/%E4%B8%AD.xml',
    '/feed/a%2Fb.xml',
  ]
  expect(addresses.map(files.claimFile)).toEqual([
    'feed.xml',
    undefined,
    undefined,
    undefined,
    'feed/中.xml',
    undefined,
  ])
  expect(files.claim('/feed.xml/a.html')).toBeUndefined()
  expect(files.claimOwn('/feed/a.html')).toBe('feed/a.html')
  expect(files.has('feed/中.xml')).toBe(true)
})

it('knows whose files are taken', () => {
  const files = claimFiles(['logo.svg'])
  files.claim('/a')
  expect(['logo.svg', 'a.html', 'b.html'].map(files.has)).toEqual([true, true, false])
})

it('never lets two claims meet in a file system', () => {
  const name = fc.constantFrom('a', 'b', 'a.html', 'index.html', 'LICENSE', 'c.v1')
  const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'))
  fc.assert(
    fc.property(fc.option(path), fc.array(path, { maxLength: 12 }), (there, wanted) => {
      const taken = there === null ? [] : [there]
      const all = [...taken, ...claimed(taken, ...wanted.map((each) => `/${each}`))].filter(
        (each) => each !== undefined,
      )
      expect(new Set(all).size).toBe(all.length)
      for (const file of all) expect(all.filter((other) => other.startsWith(`${file}/`))).toEqual([])
    }),
  )
})
