import { beforeAll, describe, expect, it } from 'vitest'
import { ROOT_PATH } from '../../../src/archive/shard-path.ts'
import { post, publishPosts, serveFiles } from '../published.ts'

let files: Map<string, string | Uint8Array>
beforeAll(async () => {
  files = await publishPosts(post('2022-01-21 18:05', 'one', { categories: 'hongguan' }))
})

describe('an archive', () => {
  it('asks for the root once, and again only on refresh', async () => {
    const { archive, asked } = serveFiles(files)
    await archive.root()
    await archive.root()
    expect(asked).toEqual([ROOT_PATH])
    await archive.refresh()
    expect(asked).toHaveLength(2)
  })

  it('asks for a shard once', async () => {
    const { archive, asked } = serveFiles(files)
    const { years } = await archive.root()
    const [first, second] = await Promise.all([archive.shard('years', years), archive.shard('years', years)])
    expect(first).toBe(second)
    expect(asked).toHaveLength(2)
  })

  it('says “offline” when nobody answers, and tries anew when asked again', async () => {
    const { archive, failing } = serveFiles(files)
    failing.set(ROOT_PATH, 0)
    await expect(archive.root()).rejects.toMatchObject({ kind: 'offline' })
    failing.set(ROOT_PATH, 503)
    await expect(archive.root()).rejects.toMatchObject({ kind: 'offline' })
    failing.clear()
    expect((await archive.root()).count).toBe(1)
  })

  it('says “missing” when there is no archive', async () => {
    const { archive } = serveFiles(new Map())
    await expect(archive.root()).rejects.toMatchObject({ kind: 'missing' })
  })

  it('refuses a newer format by name', async () => {
    const { archive } = serveFiles(new Map([[ROOT_PATH, '{"format":2,"whatever":true}']]))
    await expect(archive.root()).rejects.toMatchObject({ kind: 'newer' })
  })

  it('says “newer” when a shard is gone because the site was published anew', async () => {
    const later = await publishPosts(post('2023-05-06 07:08', 'two'))
    const served = serveFiles(new Map(files))
    const { years } = await served.archive.root()
    served.files.clear()
    for (const [path, content] of later) served.files.set(path, content)
    await expect(served.archive.shard('years', years)).rejects.toMatchObject({ kind: 'newer' })
  })

  it.each([
    ['cut off', (text: string) => text.slice(0, -5)],
    ['of another kind', () => '{"surprise":1}'],
    ['a web page', () => '<!doctype html><title>x</title>'],
  ])('names a shard that is %s, after a second try past the cache', async (_, damage) => {
    const served = serveFiles(new Map(files))
    const { years } = await served.archive.root()
    const path = [...files.keys()].find((each) => each.startsWith('archive/years/')) as string
    served.files.set(path, damage(String(files.get(path))))
    await expect(served.archive.shard('years', years)).rejects.toMatchObject({ kind: 'damaged', shard: path })
    expect(served.asked.filter((each) => each === path)).toHaveLength(2)
    served.files.set(path, files.get(path) as string)
    // Once it is whole again, it is read.
    expect((await served.archive.shard('years', years)).years).toHaveLength(1)
  })
})
