import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { aPost, type Files, newFolder, newSite } from './site-folder.ts'

/** Runs the check as `npm run check-site` does. */
const check = (site: string, env: Record<string, string> = {}) =>
  new Promise<{ code: number; printed: string }>((resolve) => {
    const options = { env: { ...process.env, SITE: site, ...env } }
    execFile(process.execPath, ['src/publisher/run-check-site.mjs'], options, (failure, stdout, stderr) =>
      resolve({ code: typeof failure?.code === 'number' ? failure.code : 0, printed: stdout + stderr }),
    )
  })

const MANY: Files = Object.fromEntries(
  Array.from({ length: 30 }, (_, index) => [
    `_posts/2022-01-${String(index + 1).padStart(2, '0')}-a.md`,
    'x',
  ]),
)
const slow = { timeout: 60_000 }

it('tells every problem and writes nothing', slow, async () => {
  const site = newSite(MANY)
  const { code, printed } = await check(site)
  expect(code).toBe(0)
  expect(printed.match(/has no front matter; took the title from the text/g)).toHaveLength(30)
  expect(printed).toMatch(/^kanbao: 30 posts: 30 articles/)
  expect(readdirSync(site).sort()).toEqual(['_config.yml', '_posts'])
})

it('fails where a publish would: a site that is none, and a strict one with problems', slow, async () => {
  const folder = newFolder()
  expect(await check(folder)).toEqual({
    code: 1,
    printed: `kanbao: ${folder}: has neither _config.yml nor _posts; is it a Jekyll site?\n`,
  })
  const site = newSite(MANY)
  expect((await check(site, { STRICT: '1' })).printed).toContain('not published, since the publish is strict')
  expect((await check(site, { STRICT: '1' })).code).toBe(1)
  expect((await check(newSite({ '_posts/2022-01-04-a.md': aPost('甲') }), { STRICT: '1' })).code).toBe(0)
})
