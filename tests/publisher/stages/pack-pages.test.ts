import { expect, it } from 'vitest'
import type { Article } from '../../../src/archive/article.ts'
import { MENU_PAGES } from '../../../src/archive/pages.ts'
import { shardPath } from '../../../src/archive/shard-path.ts'
import { memoryEdition } from '../../../src/publisher/edition-memory.ts'
import { packPages } from '../../../src/publisher/stages/pack-pages.ts'

const page = (permalink: string, title = permalink): Article => ({
  permalink,
  day: '0000-00-00',
  time: '',
  instant: '',
  title,
  excerpt: '',
  categories: [],
  html: '<p>文</p>',
  isPage: true,
})

it('says nothing of pages where there are none', () => {
  expect(packPages(memoryEdition(), [])).toEqual({})
})

it('puts the first pages in the menu, and finds all by their address keys', () => {
  const edition = memoryEdition()
  const many = Array.from({ length: 10 }, (_, number) => page(`/p${number}.html`))
  const packed = packPages(edition, [
    ...many,
    page('/%E5%85%B3%E4%BA%8E.html'),
    page('/long.html', '长'.repeat(200)),
  ])
  expect(packed.menu).toHaveLength(MENU_PAGES)
  expect(packed.menu?.[0]).toEqual({ title: '/p0.html', permalink: '/p0.html' })
  const { pages } = JSON.parse(String(edition.files.get(shardPath('pages', packed.pages ?? ''))))
  expect(Object.keys(pages)).toHaveLength(12)
  const pack = JSON.parse(String(edition.files.get(shardPath('bodies', pages['/关于.html']))))
  expect(pack.articles).toEqual([page('/%E5%85%B3%E4%BA%8E.html')])
})

it('leaves a title out of the menu that the root has no room for', () => {
  expect(packPages(memoryEdition(), [page('/a.html', '长'.repeat(200))]).menu).toEqual([])
})
