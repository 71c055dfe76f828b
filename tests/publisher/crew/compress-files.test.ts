import { mkdirSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { compressFiles, standingBeside } from '../../../src/publisher/crew/compress-files.ts'
import { claimFolder, folderEdition } from '../../../src/publisher/edition-folder.ts'
import { memoryEdition } from '../../../src/publisher/edition-memory.ts'
import { NO_WEIGHT } from '../../../src/publisher/edition-weight.ts'
import { newFolder } from '../site-folder.ts'

const TEXT = '每一篇都在。'.repeat(200)

const openFolder = () => {
  const folder = newFolder()
  claimFolder(folder, newFolder())
  return { folder, edition: folderEdition(folder) }
}

it('puts compressed files beside texts that are large enough, and weighs them', () => {
  const edition = memoryEdition()
  const paths = ['a.html', 'a.png', 'small.html', 'none.html']
  for (const path of paths.slice(0, 2)) edition.put(path, TEXT)
  edition.put('small.html', 'small')
  const weight = compressFiles({ paths, compression: 'new' }, edition)
  expect([...edition.files.keys()]).toEqual(['a.html', 'a.png', 'small.html', 'a.html.br', 'a.html.gz'])
  expect(String(brotliDecompressSync(edition.bytes('a.html.br') ?? ''))).toBe(TEXT)
  expect(String(gunzipSync(edition.bytes('a.html.gz') ?? ''))).toBe(TEXT)
  const [br, gz] = [edition.size('a.html.br') ?? 0, edition.size('a.html.gz') ?? 0]
  expect(weight).toEqual({ files: 2, bytes: br + gz, largest: { path: 'a.html.gz', bytes: gz } })
  expect(compressFiles({ paths, compression: 'none' }, edition)).toEqual(NO_WEIGHT)
})

it('leaves alone what is there, unless all is to be made anew', () => {
  const { folder, edition } = openFolder()
  edition.put('a.html', TEXT)
  const once = compressFiles({ paths: ['a.html'], compression: 'new' }, edition)
  expect(standingBeside(edition, 'a.html')).toEqual(once)
  // As another version of the program may have compressed it.
  edition.put('a.html.br', 'otherwise')
  utimesSync(join(folder, 'a.html.gz'), 1000, 1000)
  expect(compressFiles({ paths: ['a.html'], compression: 'new' }, edition).bytes).toBe(
    9 + (edition.size('a.html.gz') ?? 0),
  )
  expect(compressFiles({ paths: ['a.html'], compression: 'all' }, edition)).toEqual(once)
  expect(String(brotliDecompressSync(edition.bytes('a.html.br') ?? ''))).toBe(TEXT)
  // The same bytes are not written again.
  expect(statSync(join(folder, 'a.html.gz')).mtimeMs).toBe(1_000_000)
})

it('makes again the one that is lost', () => {
  const edition = memoryEdition()
  edition.put('a.json', TEXT)
  compressFiles({ paths: ['a.json'], compression: 'new' }, edition)
  const other = memoryEdition()
  other.put('a.json', TEXT)
  other.put('a.json.br', edition.bytes('a.json.br') ?? '')
  expect(standingBeside(other, 'a.json')).toBeUndefined()
  compressFiles({ paths: ['a.json'], compression: 'new' }, other)
  expect(other.files.get('a.json.gz')).toEqual(edition.files.get('a.json.gz'))
})

it('does without where names cannot be so long, and stops at what is wrong with the disk', () => {
  const failing = (code: string) => {
    const edition = memoryEdition()
    edition.put('a.html', TEXT)
    const put = () => {
      throw Object.assign(new Error(code), { code })
    }
    return { ...edition, put }
  }
  const task = { paths: ['a.html'], compression: 'new' } as const
  expect(compressFiles(task, failing('ENAMETOOLONG'))).toEqual(NO_WEIGHT)
  expect(() => compressFiles(task, failing('ENOSPC'))).toThrow('ENOSPC')
})

it('passes over a folder of that name', () => {
  const { folder, edition } = openFolder()
  mkdirSync(join(folder, 'a.html'))
  expect(compressFiles({ paths: ['a.html'], compression: 'all' }, edition)).toEqual(NO_WEIGHT)
})
