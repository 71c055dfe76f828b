import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { claimFolder, folderEdition } from '../../src/publisher/edition-folder.ts'
import { silentProgress } from '../../src/publisher/progress.ts'
import { type Published, publish } from '../../src/publisher/publish.ts'
import type { PublishMemory } from '../../src/publisher/publish-memory.ts'
import { aPost, type Files, filesIn, fill, newFolder, newSite, publishFolder, shown } from './site-folder.ts'

const A = '_posts/2022-01-04-a.md'
const B = '_posts/2022-01-04-b.md'
const LATE = '_posts/2022-01-04-z.md'

/** Two months, a page, a story twice, an address twice, links from post to post, a faulty post. */
const SITE: Files = {
  '_config.yml': 'title: 试刊\ntimezone: Asia/Shanghai\n',
  'about.md': '---\ntitle: 关于\n---\n我们\n',
  [A]: aPost('甲', 'categories: x y\n'),
  [B]: aPost('乙', 'categories: x\n'),
  [LATE]: aPost('晚', 'permalink: /2022/01/04/b.html\n'),
  '_posts/2022-02-05-c.md': aPost('丙'),
  '_posts/2022-02-05-d.md': `${aPost('丁')}\n[看]({% post_url 2022-01-04-a %})\n`,
  '_posts/2022-02-06-e.md': '---\ntitle: "a" b: c\n---\n坏\n',
  'old/_posts/2022-02-07-f.md': aPost('己', 'permalink: /f.html\n'),
  'new/_posts/2022-02-07-f.md': aPost('己', 'permalink: /f.html\n'),
}

/** Publishes into a folder, and again with what the publish before left in memory. */
const keeping = (site: string) => {
  const out = join(newFolder(), 'out')
  const ledger = `${out}.cache`
  claimFolder(out, site)
  let memory: PublishMemory | undefined
  const again = async (...changed: string[]) => {
    const since = memory && { memory, changed: new Set(changed) }
    const stages: string[] = []
    const progress = { ...silentProgress, start: (stage: string) => stages.push(stage) }
    const published = await publish({ folder: site, edition: folderEdition(out), ledger, progress, since })
    memory = published.memory
    // Only a publish that looks at the whole site speaks of posts to read.
    return { ...published, isRevised: !stages.includes('posts to read') }
  }
  return { again, out, ledger }
}

/** What a publish tells, but for what it remembers and what it takes of a host. */
const told = ({
  root,
  posts,
  articles,
  categories,
  folded,
  unpublished,
  unreadable,
  problems,
}: Published) => ({
  root,
  counts: { posts, articles, categories, folded, unpublished, unreadable },
  problems,
})

/** What is written, and where, one after another, and whether a revision is enough. */
const CHANGES: [path: string, text: string, isRevised: boolean][] = [
  [A, aPost('甲甲', 'categories: x y\n'), true],
  [B, aPost('乙乙', 'categories: x\n'), true],
  [LATE, aPost('晚晚', 'permalink: /2022/01/04/b.html\n'), true],
  [LATE, aPost('晚晚晚', 'permalink: /2022/01/04/b.html\n'), true],
  [A, aPost('甲甲', 'categories: x\n'), false],
  ['_posts/2022-02-05-d.md', aPost('丁丁'), false],
  ['_posts/2022-02-05-d.md', aPost('丁丁丁'), true],
  ['_posts/2022-02-06-e.md', '---\ntitle: "a" b: c\n---\n更坏\n', true],
  ['_posts/2022-02-06-e.md', aPost('好'), true],
  ['_posts/2022-02-05-c.md', aPost('丙', 'published: false\n'), false],
  ['old/_posts/2022-02-07-f.md', aPost('己己', 'permalink: /f.html\n'), false],
  ['new/_posts/2022-02-07-f.md', aPost('己己', 'permalink: /f.html\n'), false],
  ['about.md', '---\ntitle: 关于我们\n---\n我们\n', false],
  [A, aPost('甲', 'categories: x\n'), true],
]

it('makes of each change what a publish from nothing makes of the site', async () => {
  const site = newSite(SITE)
  const { again, out } = keeping(site)
  await again()
  for (const [path, text, isRevised] of CHANGES) {
    fill(site, { [path]: text })
    const published = await again(path)
    const whole = await publishFolder(site)
    expect({ path, text, isRevised: published.isRevised }).toEqual({ path, text, isRevised })
    expect(told(published)).toEqual(told(whole))
    const written = filesIn(out)
    for (const [name, content] of whole.files)
      expect([name, written[name]]).toEqual([name, shown(name, content)])
  }
})

it('looks at no other post when a text alone has changed, and leaves a ledger for the next process', async () => {
  const site = newSite(SITE)
  const { again, out, ledger } = keeping(site)
  await again()
  const before = readFileSync(join(site, B), 'utf8')
  appendFileSync(join(site, B), '没有人看')
  fill(site, { [A]: aPost('新', 'categories: x y\n') })
  const { root, isRevised } = await again(A)
  expect(isRevised).toBe(true)
  expect(root?.newest.map(({ title }) => title)).toContain('新')
  fill(site, { [B]: before })
  const options = { folder: site, edition: folderEdition(out), ledger, progress: silentProgress }
  const next = await publish(options)
  expect(next.root).toEqual(root)
  expect(next.root).toEqual((await publishFolder(site)).root)
})

it('makes anew the one segment that a text is in', { timeout: 60_000 }, async () => {
  const pathOf = (number: number): string => {
    const day = new Date(Date.UTC(2022, 0, 20 + Math.floor(number / 40))).toISOString().slice(0, 10)
    return `_posts/${day}-${String(number).padStart(3, '0')}.md`
  }
  const numbers = [...Array(800).keys()]
  const site = newSite(Object.fromEntries(numbers.map((number) => [pathOf(number), aPost(`第${number}篇`)])))
  const { again, out } = keeping(site)
  let { root } = await again()
  expect(root?.search?.segments.length).toBeGreaterThan(2)
  for (const number of [2, 470, 799]) {
    const before = new Set(root?.search?.segments.map(({ name }) => name))
    fill(site, { [pathOf(number)]: aPost(`改${number}`) })
    const published = await again(pathOf(number))
    expect(published.isRevised).toBe(true)
    root = published.root
    expect(root?.search?.segments.filter(({ name }) => !before.has(name))).toHaveLength(1)
  }
  const whole = await publishFolder(site)
  expect(root).toEqual(whole.root)
  const written = filesIn(out)
  for (const [name, content] of whole.files)
    expect([name, written[name]]).toEqual([name, shown(name, content)])
})

it('makes no index where there is none', async () => {
  const site = newSite({ ...SITE, '_config.yml': 'timezone: Asia/Shanghai\nkanbao: { search: false }\n' })
  const { again, out } = keeping(site)
  await again()
  fill(site, { [B]: aPost('乙乙', 'categories: x\n') })
  const { isRevised, root } = await again(B)
  expect([isRevised, root?.search]).toEqual([true, undefined])
  expect(Object.keys(filesIn(out)).filter((path) => path.startsWith('archive/search/'))).toEqual([])
})

it('has nothing to do when what is told of is as it was', async () => {
  const site = newSite(SITE)
  const { again, out } = keeping(site)
  const { root } = await again()
  const files = filesIn(out)
  expect((await again(A, B)).root).toEqual(root)
  expect(filesIn(out)).toEqual(files)
})
