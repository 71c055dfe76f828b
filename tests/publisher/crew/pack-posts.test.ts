import { expect, it } from 'vitest'
import { type PackTask, packPosts } from '../../../src/publisher/crew/pack-posts.ts'
import { spoolBatch } from '../../../src/publisher/crew/spool.ts'
import { claimFolder, folderEdition, MARK } from '../../../src/publisher/edition-folder.ts'
import { memoryEdition } from '../../../src/publisher/edition-memory.ts'
import { anArticleWith, CONFIG, filesIn, newFolder } from '../site-folder.ts'

const LOST = { pack: '', at: 0 }

/** A task for articles of these addresses, each with these pages. */
const taskOf = (pages: Readonly<Record<string, readonly string[]>>): PackTask => {
  const spool = newFolder()
  const articles = Object.keys(pages).map((permalink) => anArticleWith({ permalink, title: permalink }))
  const spans = spoolBatch(
    spool,
    0,
    articles.map((article) => JSON.stringify(article)),
  )
  return {
    out: undefined,
    spool,
    site: CONFIG.site,
    template: '<title></title>',
    printer: undefined,
    packBytes: 65_536,
    compression: 'none',
    day: '2022-01-04',
    posts: articles.map(({ permalink }, place) => ({
      from: spans[place] ?? LOST,
      permalink,
      pages: pages[permalink] ?? [],
    })),
  }
}

it('packs an entry, writes its pages and weighs both', async () => {
  const edition = memoryEdition()
  const packed = await packPosts(taskOf({ '/a': ['a.html', 'was/index.html'], '/b': [] }), edition)
  const paths = [...edition.files.keys()]
  expect(paths.filter((path) => path.endsWith('.html'))).toEqual(['a.html', 'was/index.html'])
  expect(edition.get('was/index.html')).toBe(edition.get('a.html'))
  expect(edition.get('a.html')).toContain('<title>/a - 试刊</title>')
  const sizes = [...edition.files.values()].map((content) => Buffer.byteLength(content))
  expect(packed).toMatchObject({
    packs: [{ count: 2 }],
    refused: [],
    weight: { files: 5, bytes: sizes.reduce((a, b) => a + b), largest: { bytes: Math.max(...sizes) } },
  })
})

it('writes no page without a template', async () => {
  const edition = memoryEdition()
  await packPosts({ ...taskOf({ '/a': ['a.html'] }), template: undefined }, edition)
  expect(edition.get('a.html')).toBeUndefined()
})

it('names the articles that are lost, and writes nothing', async () => {
  const edition = memoryEdition()
  const task = taskOf({ '/a': ['a.html'], '/b': [], '/c': [] })
  const posts = task.posts.map((post, place) => (place === 1 ? post : { ...post, from: LOST }))
  expect(await packPosts({ ...task, posts }, edition)).toEqual({ lost: [0, 2] })
  expect(edition.files.size).toBe(0)
})

it('goes on where the file system has no place for a page', async () => {
  const folder = newFolder()
  claimFolder(folder, '/elsewhere')
  const long = `${'x'.repeat(300)}.html`
  const packed = await packPosts(taskOf({ '/a': [long], '/b': ['b.html'] }), folderEdition(folder))
  expect(packed).toMatchObject({ refused: [long] })
  const pages = Object.keys(filesIn(folder)).filter((path) => !path.endsWith('.json') && path !== MARK)
  expect(pages).toEqual(['b.html'])
})

it('stops at what is wrong with the disk itself', async () => {
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC' })
  const edition = {
    ...memoryEdition(),
    put: (path: string) => {
      if (path === 'a.html') throw full
    },
  }
  await expect(packPosts(taskOf({ '/a': ['a.html'] }), edition)).rejects.toThrow(full)
})
