import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openCrew } from '../../src/publisher/crew/crew.ts'
import { openSpool } from '../../src/publisher/crew/spool.ts'
import { noEdition, putShard } from '../../src/publisher/edition.ts'
import { memoryEdition } from '../../src/publisher/edition-memory.ts'
import type { PostRecord } from '../../src/publisher/post-record.ts'
import { silentProgress } from '../../src/publisher/progress.ts'
import { isUnread, openReadingRoom, spoolIn } from '../../src/publisher/reading-room.ts'
import { anArticleWith, aPost, CONFIG, type Files, fill, newFolder, newSite } from './site-folder.ts'

const [A, B] = ['_posts/2022-01-04-a.md', '_posts/2022-01-04-b.md']
const nowhere = () => undefined

/** A reading room in which all posts of a site have been read. */
const open = async (files: Files) => {
  const [folder, spool] = [newSite(files), join(newFolder(), 'spool')]
  const room = openReadingRoom(folder, CONFIG, spool, openCrew(noEdition, 0))
  const read = await room.read(Object.keys(files).map((path) => ({ path })))
  const records = read.flatMap((each) => (typeof each === 'object' && 'record' in each ? [each.record] : []))
  const articleOf = (post: PostRecord): string => {
    const span = room.spans.get(post)
    return span ? openSpool(spool)(span) : ''
  }
  /** The same, as a publish knows it that has read nothing. */
  const later = () => openReadingRoom(folder, CONFIG, spool, openCrew(noEdition, 0))
  return { folder, spool, room, read, records, articleOf, later }
}

it('remembers where the articles are, and empties the spool before', async () => {
  const spool = fill(newFolder(), { '0/0.json': 'old' })
  openReadingRoom('', CONFIG, spool, openCrew(noEdition, 0))
  expect(existsSync(join(spool, '0'))).toBe(false)
  const { records, articleOf } = await open({ [A]: aPost('甲'), [B]: aPost('乙') })
  expect(records.map((post) => JSON.parse(articleOf(post)).title)).toEqual(['甲', '乙'])
  expect(spoolIn('a')).toBe(join('a', 'spool'))
})

it('reads any number of posts, in order, and tells how far it is', async () => {
  const paths = Array.from({ length: 210 }, (_, index) => `_posts/2022-01-04-${index}.md`)
  const folder = newSite(Object.fromEntries(paths.map((path) => [path, 'x'])))
  const room = openReadingRoom(folder, CONFIG, newFolder(), openCrew(noEdition, 0))
  const told: number[] = []
  const progress = { ...silentProgress, at: (count: number) => void told.push(count) }
  const read = await room.read(
    paths.map((path) => ({ path })),
    progress,
  )
  expect(read.map((each) => typeof each === 'object' && 'record' in each && each.record.path)).toEqual(paths)
  expect(told).toEqual([200, 210])
})

it('tells a post that cannot be read', async () => {
  const { room } = await open({ [A]: aPost('甲') })
  expect((await room.read([{ path: 'none' }, { path: A }])).map(isUnread)).toEqual([true, false])
})

it('reads posts again with answers, and passes over those that have changed', async () => {
  const text = '---\ntitle: 甲\n---\n[乙]({% post_url b %})\n'
  const { folder, room, records, articleOf } = await open({ [A]: text, [B]: text })
  fill(folder, { [B]: aPost('丙') })
  const answers = [['b', '/b.html']] as const
  const answered = await room.readAnswered(new Map(records.map((post) => [post, answers])))
  expect([...answered.keys()]).toEqual([records[0]])
  const [first] = answered.values()
  expect(first && articleOf(first)).toContain('/b.html')
})

it('puts known posts into the spool again, with what their links name', async () => {
  const text = '---\ntitle: 甲\n---\n[乙]({% post_url b %})\n'
  const { folder, spool, records, later } = await open({ [A]: text })
  const post = { ...(records[0] as PostRecord), answers: ['/b.html'] }
  const room = later()
  await room.readAgain([post])
  const span = room.spans.get(post)
  expect(span && openSpool(spool)(span)).toContain('/b.html')
  fill(folder, { [A]: aPost('改') })
  await expect(room.readAgain([post])).rejects.toThrow(`${A}: changed while it was published; publish again`)
  rmSync(join(folder, A))
  await expect(room.readAgain([post])).rejects.toThrow(A)
})

it('tells how articles begin: from the spool, from packs, else by reading their posts', async () => {
  const { folder, room, records, later } = await open({ [A]: aPost('甲'), [B]: aPost('乙') })
  const edition = memoryEdition()
  const articles = [anArticleWith({ excerpt: '在包里' })]
  const pack = putShard(edition, 'bodies', { day: '2022-01-04', articles })
  const packOf = (post: PostRecord) => (post === records[0] ? { pack, at: 0 } : undefined)
  expect(await room.readOpenings(records, packOf, edition)).toEqual(['甲的正文。', '乙的正文。'])
  const next = later()
  expect(await next.readOpenings(records, packOf, edition)).toEqual(['在包里', '乙的正文。'])
  expect(records.map((post) => next.spans.has(post))).toEqual([false, true])
  rmSync(folder, { recursive: true })
  expect(await later().readOpenings(records.slice(0, 1), packOf, edition)).toEqual(['在包里'])
  await expect(later().readOpenings(records, nowhere, edition)).rejects.toThrow(
    'changed while it was published',
  )
})
