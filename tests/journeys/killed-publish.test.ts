import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { filesIn } from '../publisher/site-folder.ts'
import { expectWholeCompressed } from '../publisher/whole-compressed.ts'
import { buildSite, newFolder, writeSite } from './build-site.ts'
import { startServer } from './static-server.ts'
import { expectWholeEdition } from './whole-edition.ts'

const KILLS = 20
const POSTS = 720
const COMPRESS = 'kanbao: { precompress: true }\n'

const post = (number: number, text: string): string =>
  `---\ntitle: 第${number}篇\ndate: 2022-01-${String(1 + (number % 9)).padStart(2, '0')} 10:00:00 +0800\ncategories: c${number % 7}\n---\n<p>${text.repeat(30)}</p>\n`

/** Changes posts, some of them or all, adds one and takes one away. */
const change = (site: string, round: number): void => {
  const posts = join(site, '_posts')
  const names = readdirSync(posts).sort()
  for (const [number, name] of names.entries())
    if (round % 3 === 0 || number % 50 === round)
      writeFileSync(join(posts, name), post(number, `第${round}回改。`))
  rmSync(join(posts, names[round * 3] as string))
  writeFileSync(join(posts, `2022-01-05-new${round}.md`), post(4, '新来的。'))
  writeFileSync(
    join(site, '_config.yml'),
    `title: 试刊${round % 5 === 4 ? round : ''}\nurl: https://news.example\n${COMPRESS}`,
  )
}

it(`a publish that is killed at any moment, ${KILLS} times over, leaves a whole edition`, {
  timeout: 600_000,
}, async () => {
  const files = Array.from({ length: POSTS }, (_, number): [string, string] => [
    `_posts/2022-01-0${1 + (number % 9)}-p${number}.md`,
    post(number, '原来的。'),
  ])
  const site = writeSite({
    '_config.yml': `title: 试刊\nurl: https://news.example\n${COMPRESS}`,
    ...Object.fromEntries(files),
  })
  const out = join(newFolder(), 'out')
  const start = performance.now()
  await buildSite(site, out)
  const whole = performance.now() - start
  const server = await startServer(out)
  try {
    const { search } = await expectWholeEdition(server.url)
    expect(search?.segments.length).toBeGreaterThan(1)
    const seals = new Set<string>()
    for (let round = 1; round <= KILLS; round++) {
      change(site, round)
      const env = { ...process.env, SITE: site, OUT: out, NODE_ENV: 'production' }
      const child = spawn(process.execPath, ['src/publisher/run-publish.mjs'], { env, stdio: 'ignore' })
      const ended = new Promise((resolve) => child.on('exit', resolve))
      await wait(Math.random() * whole)
      child.kill('SIGKILL')
      await ended
      seals.add((await expectWholeEdition(server.url)).edition)
      expect(expectWholeCompressed(out)).toBeGreaterThan(POSTS)
    }
    // Some were killed before the seal and some behind it.
    expect(seals.size).toBeLessThan(KILLS)
    const { printed } = await buildSite(site, out)
    expect(printed).toContain(`${POSTS} posts`)
    const { edition } = await expectWholeEdition(server.url)
    const { out: fresh } = await buildSite(site)
    const [is, shall] = [filesIn(out), filesIn(fresh)]
    expect(JSON.parse(readFileSync(join(fresh, 'archive/root.json'), 'utf8')).edition).toBe(edition)
    for (const [path, content] of Object.entries(shall)) expect([path, is[path]]).toEqual([path, content])
    const more = Object.keys(is).filter((path) => !(path in shall))
    expect(more.filter((path) => !/^(archive|app|feed\/archive)\//.test(path))).toEqual([])
  } finally {
    await server.stop()
  }
})
