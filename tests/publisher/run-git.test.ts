import { chmodSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, expect, it, vi } from 'vitest'
import { entryTaker, runGit } from '../../src/publisher/run-git.ts'
import { git, newCheckout } from './git-checkout.ts'
import { fill, newFolder } from './site-folder.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

const run = async (folder: string, ...args: string[]) => {
  const chunks: Buffer[] = []
  const isDone = await runGit(folder, args, (chunk) => chunks.push(chunk))
  return { isDone, printed: Buffer.concat(chunks).toString() }
}

it('hands on what git prints', async () => {
  const folder = newCheckout({ 'a.md': '甲' })
  expect(await run(folder, 'ls-files')).toEqual({ isDone: true, printed: 'a.md\n' })
})

it('says so when git fails, is not there, or the folder is not', async () => {
  const folder = newCheckout({})
  expect((await run(folder, 'no-such-command')).isDone).toBe(false)
  expect((await run(newFolder(), 'ls-files')).isDone).toBe(false)
  expect((await run(join(folder, 'nowhere'), 'ls-files')).isDone).toBe(false)
  expect((await run('no\0folder', 'ls-files')).isDone).toBe(false)
  vi.stubEnv('PATH', newFolder())
  expect(await run(folder, 'ls-files')).toEqual({ isDone: false, printed: '' })
})

it('goes by the folder, not by what a hook has in its environment', async () => {
  const other = newCheckout({ 'b.md': '' })
  const folder = newCheckout({ 'a.md': '' })
  vi.stubEnv('GIT_DIR', join(other, '.git'))
  vi.stubEnv('GIT_INDEX_FILE', join(other, '.git/index'))
  expect((await run(folder, 'ls-files')).printed).toBe('a.md\n')
})

it('runs no file system monitor, and takes no lock', async () => {
  const folder = newCheckout({ 'a.md': '' })
  const tools = fill(newFolder(), {
    git: '#!/bin/sh\nprintf "%s %s" "$GIT_OPTIONAL_LOCKS" "$*"\n',
    monitor: `#!/bin/sh\ntouch '${folder}/ran'\n`,
  })
  for (const name of ['git', 'monitor']) chmodSync(join(tools, name), 0o755)
  git(folder, 'config', 'core.fsmonitor', join(tools, 'monitor'))
  await run(folder, 'diff-files')
  expect(() => readFileSync(join(folder, 'ran'))).toThrow('ENOENT')
  vi.stubEnv('PATH', `${tools}${delimiter}${process.env.PATH}`)
  expect((await run(folder, 'diff-files')).printed).toMatch(/^0 -c core.fsmonitor=false .* diff-files$/)
})

it('takes entries apart wherever the chunks end', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.infiniteStream(fc.integer({ min: 1, max: 9 })), (texts, sizes) => {
      const entries = texts.map((text) => text.replaceAll('\0', ''))
      const bytes = Buffer.from(entries.map((entry) => `${entry}\0`).join(''))
      const taken: string[] = []
      const take = entryTaker((chunk, from, to) => taken.push(chunk.toString('utf8', from, to)))
      for (let at = 0; at < bytes.length; ) {
        const size = sizes.next().value
        take(bytes.subarray(at, at + size))
        at += size
      }
      expect(taken).toEqual(Buffer.from(entries.join('\0')).toString().split('\0').slice(0, entries.length))
    }),
  )
})
