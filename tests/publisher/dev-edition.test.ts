import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Root } from '../../src/archive/root.ts'
import { devEdition } from '../../src/publisher/dev-edition.ts'
import { silentProgress } from '../../src/publisher/progress.ts'
import { aPost, type Files, fill, newFolder, newSite, publishFolder } from './site-folder.ts'

const POSTS: Files = { '_posts/2022-01-04-a.md': aPost('甲'), '_posts/2022-01-05-b.md': aPost('乙') }

const open = (site: string, folder = join(newFolder(), 'edition')) => {
  const said: string[] = []
  const say = (line: string): void => {
    said.push(line)
  }
  const edition = devEdition({ site, folder, progress: silentProgress, say })
  const rootNow = async (): Promise<Root> => JSON.parse(String(await edition.read('archive/root.json')))
  return { ...edition, said, rootNow, folder }
}

/** What changes, which paths are told of it. */
const CHANGES: [what: string, change: (site: string) => void, told: string[]][] = [
  ['a text', (site) => fill(site, { '_posts/2022-01-04-a.md': aPost('甲甲') }), ['_posts/2022-01-04-a.md']],
  ['a new post', (site) => fill(site, { '_posts/2022-01-06-c.md': aPost('丙') }), ['_posts/2022-01-06-c.md']],
  ['a lost post', (site) => rmSync(join(site, '_posts/2022-01-05-b.md')), ['_posts/2022-01-05-b.md']],
  [
    'a folder that moved in',
    (site) => fill(site, { 'x/_posts/2022-01-06-c.md': aPost('丙'), '_posts/2022-01-04-a.md': aPost('丁') }),
    ['x', '_posts'],
  ],
  ['anything', (site) => fill(site, { '_posts/2022-01-04-a.md': aPost('丁'), 'a.txt': '' }), ['']],
  ['the configuration', (site) => fill(site, { '_config.yml': 'timezone: Asia/Tokyo\n' }), ['_config.yml']],
  [
    'what an editor leaves',
    (site) => fill(site, { '_posts/.a.md.swp': 'x', '_posts/4913': 'x' }),
    ['_posts/4913'],
  ],
]

it.each(CHANGES)('publishes %s as a publish from nothing does', async (_, change, told) => {
  const site = newSite(POSTS)
  const { renew, rootNow } = open(site)
  expect(await renew(new Set(['']))).toBeDefined()
  change(site)
  await renew(new Set(told))
  expect(await rootNow()).toEqual((await publishFolder(site)).root)
})

it('looks at nothing but what it is told of', async () => {
  const site = newSite(POSTS)
  const { renew } = open(site)
  await renew(new Set(['']))
  fill(site, { '_posts/2022-01-04-a.md': aPost('丁') })
  expect(await renew(new Set(['_posts/2022-01-05-b.md']))).toBeUndefined()
  expect((await renew(new Set(['_posts/2022-01-04-a.md'])))?.newest.map(({ title }) => title)).toEqual([
    '乙',
    '丁',
  ])
})

it('forgets what it remembers when another server has published meanwhile', async () => {
  const site = newSite(POSTS)
  const one = open(site)
  const other = open(site, one.folder)
  await one.renew(new Set(['']))
  fill(site, { '_posts/2022-01-06-c.md': aPost('丙') })
  await other.renew(new Set(['']))
  fill(site, { '_posts/2022-01-04-a.md': aPost('丁') })
  await one.renew(new Set(['_posts/2022-01-04-a.md']))
  expect(await one.rootNow()).toEqual((await publishFolder(site)).root)
})

it('shows nothing of a folder whose edition this reader cannot read', async () => {
  const site = newSite(POSTS)
  const { renew, folder } = open(site)
  await renew(new Set(['']))
  expect(await open(site, folder).open()).toBe(true)
  for (const text of ['{"format":0}', '{', 'null']) {
    fill(folder, { 'archive/root.json': text })
    expect(await open(site, folder).open()).toBe(false)
  }
})
