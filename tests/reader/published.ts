import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { memoryEdition } from '../../src/publisher/edition-memory.ts'
import { silentProgress } from '../../src/publisher/progress.ts'
import { publish } from '../../src/publisher/publish.ts'
import { Archive } from '../../src/reader/library/archive.ts'
import { SearchedArchive } from '../../src/reader/library/searched-archive.ts'

/** Publishes posts (file name → text) for real, into memory. */
export const publishPosts = async (
  posts: Readonly<Record<string, string>>,
  config = 'timezone: Asia/Shanghai\n',
) => {
  const folder = mkdtempSync(join(tmpdir(), 'kanbao-'))
  try {
    writeFileSync(join(folder, '_config.yml'), config)
    for (const [name, text] of Object.entries(posts)) {
      const path = join(folder, '_posts', name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
    }
    const edition = memoryEdition()
    await publish({ folder, edition, progress: silentProgress })
    return new Map(edition.files)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export interface ServedArchive {
  readonly archive: Archive
  readonly files: Map<string, string | Uint8Array>
  /** Paths asked for, in order. */
  readonly asked: string[]
  /** Paths answered with a status of their own, or 0 for no answer at all. */
  readonly failing: Map<string, number>
}

/** An archive whose `fetch` reads these files: what stands in for the network is only the wire. */
export const serveFiles = (files: Map<string, string | Uint8Array>): ServedArchive => {
  const asked: string[] = []
  const failing = new Map<string, number>()
  globalThis.fetch = async (input) => {
    const path = String(input).slice(1)
    asked.push(path)
    const failure = failing.get(path)
    if (failure === 0) throw new TypeError('Failed to fetch')
    const content = files.get(path)
    if (failure || content === undefined) return new Response('', { status: failure ?? 404 })
    return new Response(content as BodyInit)
  }
  return { archive: new Archive('/'), files, asked, failing }
}

/** The same archive as searches read it. */
export const searchedArchive = async ({ archive }: ServedArchive): Promise<SearchedArchive> =>
  new SearchedArchive(archive.base, await archive.root())

export interface PostFields {
  readonly title?: string
  readonly categories?: string
  readonly tags?: string
  readonly body?: string
  readonly permalink?: string
}

/** A post of one moment, `2022-01-21 18:05`, with its file name. */
export const post = (moment: string, slug: string, fields: PostFields = {}): Record<string, string> => {
  const { body = `正文${slug}。`, title = `标题${slug}`, ...rest } = fields
  const lines = Object.entries({ title, date: `${moment}:00 +0800`, ...rest }).map(
    ([key, value]) => `${key}: ${value}`,
  )
  return { [`${moment.slice(0, 10)}-${slug}.md`]: `---\n${lines.join('\n')}\n---\n${body}\n` }
}

/** `count` posts a day from the given days, in categories by turns, an hour apart from 00:00 (at most 60 a minute). */
export const postsOn = (
  days: readonly string[],
  count: number,
  categories: readonly string[],
): Record<string, string> =>
  Object.assign(
    {},
    ...days.flatMap((day, dayIndex) =>
      Array.from({ length: count }, (_, index) => {
        const clock = `${String(Math.floor(index / 60)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`
        const category = categories[(dayIndex + index) % categories.length] ?? ''
        return post(`${day} ${clock}`, `${day.replaceAll('-', '')}n${index}`, { categories: category })
      }),
    ),
  )
