import { beforeAll, describe, expect, it } from 'vitest'
import { ROOT_PATH } from '../../../src/archive/shard-path.ts'
import { SearchedArchive } from '../../../src/reader/library/searched-archive.ts'
import { post, publishPosts, searchedArchive, serveFiles } from '../published.ts'

let files: Map<string, string | Uint8Array>
let pack: string
beforeAll(async () => {
  files = await publishPosts(post('2022-01-21 18:05', 'one'))
  const path = [...files.keys()].find((each) => each.startsWith('archive/bodies/')) as string
  pack = path.replace(/^archive\/bodies\/(.)\/(.*)\.json$/, '$1$2')
})

describe('an archive that is searched', () => {
  it('reads packs, each once, and no root', async () => {
    const served = serveFiles(files)
    const archive = await searchedArchive(served)
    served.asked.length = 0
    expect((await archive.pack(pack)).articles).toHaveLength(1)
    await archive.pack(pack)
    expect(served.asked).toHaveLength(1)
  })

  it('names a pack that is damaged', async () => {
    const served = serveFiles(new Map(files))
    const archive = await searchedArchive(served)
    const path = `archive/bodies/${pack[0]}/${pack.slice(1)}.json`
    served.files.set(path, '{"day":"2022-01-21"}')
    await expect(archive.pack(pack)).rejects.toMatchObject({ kind: 'damaged', shard: path })
  })

  it('says “newer” of a pack that is gone with its edition', async () => {
    const later = await publishPosts(post('2023-05-06 07:08', 'two'))
    const served = serveFiles(new Map(files))
    const archive = await searchedArchive(served)
    served.files.clear()
    served.files.set(ROOT_PATH, later.get(ROOT_PATH) as string)
    await expect(archive.pack(pack)).rejects.toMatchObject({ kind: 'newer' })
  })

  it('has what the one before has read', async () => {
    const served = serveFiles(files)
    const before = await searchedArchive(served)
    await before.pack(pack)
    const asked = served.asked.length
    await new SearchedArchive('/', { ...before.root, edition: 'abcdefghij27' }, before).pack(pack)
    expect(served.asked).toHaveLength(asked)
  })
})
