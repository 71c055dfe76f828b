import { expect, it, onTestFinished } from 'vitest'
import { openCrew, type Work } from '../../../src/publisher/crew/crew.ts'
import type { PackedEntry, PackTask } from '../../../src/publisher/crew/pack-posts.ts'
import type { ReadPost } from '../../../src/publisher/crew/read-posts.ts'
import { claimFolder, folderEdition } from '../../../src/publisher/edition-folder.ts'
import { aPost, CONFIG, filesIn, newFolder, newSite } from '../site-folder.ts'

const PATHS = Array.from({ length: 700 }, (_, index) => `_posts/2022-01-0${(index % 7) + 1}-${index}.md`)
const slow = { timeout: 60_000 }

/** Tasks as the pieces of one work. */
const workOf = <T extends { readonly posts: readonly unknown[] }>(tasks: readonly T[]): Work<T> => ({
  pieces: tasks.length,
  posts: tasks.reduce((total, { posts }) => total + posts.length, 0),
  piece: (index) => tasks[index] as T,
})

/** Reads all posts and packs them day by day. */
const work = async (folder: string, threads: number) => {
  const [out, spool] = [newFolder(), newFolder()]
  claimFolder(out, folder)
  const crew = openCrew(folderEdition(out), threads)
  onTestFinished(crew.close)
  const batches = [0, 1, 2, 3].map((batch) => ({
    folder,
    config: CONFIG,
    spool,
    batch,
    posts: PATHS.slice(batch * 200, (batch + 1) * 200).map((path) => ({ path })),
  }))
  const read: ReadPost[][] = []
  await crew.read(workOf(batches), (result, task) => {
    read[task] = result
  })
  const found = read.flat().flatMap((each) => (typeof each === 'object' && 'record' in each ? [each] : []))
  const days = ['1', '2', '3', '4', '5', '6', '7'].map((day) => `2022-01-0${day}`)
  const tasks = days.map((day): PackTask => {
    const posts = found
      .filter(({ record }) => record.day === day)
      .map(({ record: { permalink }, span }) => ({ from: span, permalink, pages: [permalink.slice(1)] }))
    return {
      out,
      spool,
      site: CONFIG.site,
      template: '<title></title>',
      printer: undefined,
      packBytes: 9000,
      compression: 'none',
      day,
      posts,
    }
  })
  const packed: (PackedEntry | { lost: number[] })[] = []
  await crew.pack(workOf(tasks), (result, task) => {
    packed[task] = result
  })
  return { read, packed, files: filesIn(out) }
}

it('does the same with threads and without', slow, async () => {
  const site = newSite(Object.fromEntries(PATHS.map((path) => [path, aPost(path)])))
  const [alone, together] = [await work(site, 0), await work(site, 2)]
  expect(alone.read.flat()).toHaveLength(PATHS.length)
  expect(together).toEqual(alone)
  expect(Object.keys(alone.files).filter((path) => path.endsWith('.html'))).toHaveLength(PATHS.length)
})

it('hears what fails in a thread', slow, async () => {
  const crew = openCrew(folderEdition(newFolder()), 1)
  onTestFinished(crew.close)
  const posts = PATHS.map((path) => ({ path }))
  const task = { folder: '', config: CONFIG, spool: '\0', batch: 0, posts }
  await expect(crew.read(workOf([task]), () => {})).rejects.toThrow('null bytes')
})

it('closes before it has done anything', async () => {
  await expect(openCrew(folderEdition(newFolder())).close()).resolves.toBeUndefined()
})

it('stamps files with threads and without', slow, async () => {
  const site = newSite(Object.fromEntries(PATHS.map((path) => [path, path])))
  const now = Date.now() + 10_000
  const crew = openCrew(folderEdition(newFolder()), 2)
  onTestFinished(crew.close)
  const many = Array.from({ length: 300_001 }, (_, index) => PATHS[index % PATHS.length] as string)
  const [few, all] = [await crew.stamp(site, PATHS, now), await crew.stamp(site, many, now)]
  expect(few.every((stamp) => stamp > 0)).toBe(true)
  expect([...all.slice(-PATHS.length)].sort()).toEqual([...few].sort())
  expect(await crew.stamp(site, [], now)).toHaveLength(0)
})
