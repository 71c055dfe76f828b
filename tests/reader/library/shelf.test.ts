import { beforeEach, describe, expect, it } from 'vitest'
import { readFile, Shelf } from '../../../src/reader/library/shelf.ts'
import { serveFiles } from '../published.ts'

const files = new Map<string, string | Uint8Array>()
const never = async (): Promise<boolean> => false
const text = (value: unknown): string => String(value)

beforeEach(() => {
  files.clear()
  files.set('a.json', '"a"').set('b.bin', Uint8Array.of(7, 8))
})

describe('a shelf', () => {
  it('fetches a file once, however it is asked for at the same time', async () => {
    const { asked } = serveFiles(files)
    const shelf = new Shelf('/', never)
    const both = await Promise.all([shelf.json('a.json', text), shelf.json('a.json', text)])
    expect([both, await shelf.json('a.json', text)]).toEqual([['a', 'a'], 'a'])
    expect(asked).toEqual(['a.json'])
  })

  it('keeps what was made of bytes, and not the bytes', async () => {
    const { asked } = serveFiles(files)
    const shelf = new Shelf('/', never)
    const read = (bytes: Uint8Array) => ({ sum: [...bytes].reduce((sum, byte) => sum + byte, 0) })
    const first = await shelf.bytes('b.bin', read)
    expect(first).toEqual({ sum: 15 })
    expect(await shelf.bytes('b.bin', read)).toBe(first)
    expect(asked).toHaveLength(1)
  })

  it('takes what another edition has read, and asks anew for what it could not read', async () => {
    const { asked, failing } = serveFiles(files)
    const before = new Shelf('/', never)
    await before.json('a.json', text)
    failing.set('b.bin', 503)
    await expect(before.bytes('b.bin', () => 1)).rejects.toMatchObject({ kind: 'offline' })
    failing.clear()
    const shelf = new Shelf('/', never, before)
    expect(await shelf.json('a.json', text)).toBe('a')
    expect(await shelf.bytes('b.bin', () => 1)).toBe(1)
    expect(asked).toEqual(['a.json', 'b.bin', 'b.bin'])
    expect(await new Shelf('/news/', never, before).json('a.json', text).catch(({ kind }) => kind)).toBe(
      'damaged',
    )
  })

  it('lets go of the oldest when it has many', async () => {
    for (let number = 0; number <= 400; number++) files.set(`${number}.json`, String(number))
    const { asked } = serveFiles(files)
    const shelf = new Shelf('/', never)
    for (let number = 0; number <= 400; number++) await shelf.json(`${number}.json`, text)
    await shelf.json('400.json', text)
    expect(asked).toHaveLength(401)
    await shelf.json('0.json', text)
    expect(asked).toHaveLength(402)
  })

  it.each([
    [true, 'newer'],
    [false, 'damaged'],
  ] as const)('whose edition is replaced (%s) says of a file that is gone: %s', async (isReplaced, kind) => {
    const { asked } = serveFiles(files)
    const shelf = new Shelf('/', async () => isReplaced)
    await expect(shelf.json('gone.json', text)).rejects.toMatchObject({ kind, shard: 'gone.json' })
    // Once more past the cache, before it says so.
    expect(asked).toEqual(['gone.json', 'gone.json'])
  })
})

it('a file that is not there is what its absence means', async () => {
  serveFiles(files)
  const reading = readFile('/', 'root', async () => 1, 'no-cache', 'missing')
  await expect(reading).rejects.toMatchObject({ kind: 'missing', shard: 'root' })
})
