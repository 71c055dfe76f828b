import { expect, it } from 'vitest'
import { blobId } from '../../src/publisher/identify-files.ts'
import { placeFiles } from '../../src/publisher/place-files.ts'
import type { Problem } from '../../src/publisher/problems.ts'
import { lineOf } from '../../src/publisher/report.ts'
import { CONFIG, type Files, newSite } from './site-folder.ts'

const PAGE = '---\ntitle: 关于\n---\n本站。\n'

/** Places files of which git knows the ids, by the side of what is known of them. */
const place = (
  files: Files,
  known: Parameters<typeof placeFiles>[0]['known'] = new Map(),
  taken: string[] = [],
  precompress = false,
) => {
  const problems: Problem[] = []
  const placed = placeFiles(
    {
      folder: newSite(files),
      config: { ...CONFIG, precompress },
      paths: Object.keys(files),
      identityOf: (path) => ({ id: blobId(Buffer.from(files[path] ?? '')), stamp: 0 }),
      known,
      isTaken: (key) => taken.includes(key),
    },
    problems,
  )
  return { ...placed, said: problems.map(lineOf) }
}

it('tells pages from what is copied, and from Jekyll’s programs', () => {
  const { pages, copied, fresh, known, said } = place({
    'about.md': PAGE,
    'a.png': '--',
    'feed.xml': '---\n---\n',
    empty: '',
  })
  expect(pages.map(({ permalink, title }) => [permalink, title])).toEqual([['/about.html', '关于']])
  expect([copied, fresh, said]).toEqual([['a.png', 'empty'], ['a.png', 'empty'], []])
  expect([...known].map(([path, { isPage, bytes }]) => [path, isPage, bytes])).toEqual([
    ['about.md', true, Buffer.byteLength(PAGE)],
    ['a.png', false, 2],
    ['feed.xml', true, 8],
    ['empty', false, 0],
  ])
})

it('says so when what keeps crawlers away is a program', () => {
  const { copied, said } = place({ 'robots.txt': '---\n---\nDisallow: /\n', 'a/robots.txt': '---\n---\n' })
  expect([copied, said]).toEqual([[], ['robots.txt:1: has front matter, and Liquid is not run; left out']])
  expect(place({ 'robots.txt': 'Disallow: /\n' }).copied).toEqual(['robots.txt'])
})

it('copies what is new or changed, and reads pages again', () => {
  const before = place({ 'about.md': PAGE, 'a.png': 'a', 'b.png': 'b', 'c.md': PAGE })
  const again = place({ 'about.md': PAGE, 'a.png': 'a', 'b.png': 'B', 'c.md': 'text' }, before.known)
  expect(again.copied).toEqual(['a.png', 'b.png', 'c.md'])
  expect(again.fresh).toEqual(['b.png', 'c.md'])
  expect(again.pages.map(({ title }) => title)).toEqual(['关于'])
})

it('copies what is compressed of another file each time, or leaves it to be made anew', () => {
  const files = { 'a.json': '{}', 'a.json.gz': 'gz', 'b.json.br': 'br', 'c.tar.gz': 'gz' }
  const before = place(files)
  expect([before.copied, before.said]).toEqual([Object.keys(files), []])
  expect(place(files, before.known).fresh).toEqual(['a.json.gz', 'b.json.br'])
  const { copied, said } = place(files, before.known, [], true)
  expect(copied).toEqual(['a.json', 'b.json.br', 'c.tar.gz'])
  expect(said).toEqual(['a.json.gz:1: is compressed by Kanbao itself; made anew'])
})

it('leaves out what has an address of an article, a page or Kanbao’s own', () => {
  const files = {
    'a.html': 'a file',
    'about.html': PAGE,
    'about.md': PAGE,
    'archive/root.json': '{}',
    'category/a.html': '',
    'index.html': '',
    'p.md': PAGE,
  }
  const { pages, copied, known, said } = place(files, new Map(), ['/a.html', '/p.html'])
  expect(pages).toHaveLength(1)
  expect(copied).toEqual([])
  expect(said).toEqual([
    'a.html:1: has the address of an article; left out',
    'about.md:1: has the address /about.html of another; left out',
    'archive/root.json:1: has the name of a file of Kanbao’s; left out',
    'category/a.html:1: has the name of a file of Kanbao’s; left out',
    'index.html:1: has the name of a file of Kanbao’s; left out',
    'p.md:1: has the address /p.html of another; left out',
  ])
  expect([...known.keys()]).toEqual(['about.html', 'about.md', 'p.md'])
})

it('copies a file that was left out as soon as it may', () => {
  const files = { 'a.html': 'a file' }
  const before = place(files, new Map(), ['/a.html'])
  expect(place(files, before.known).fresh).toEqual(['a.html'])
})
