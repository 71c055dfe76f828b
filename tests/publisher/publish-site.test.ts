import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ledgerFolder } from '../../src/publisher/ledger/ledger.ts'
import { SiteError } from '../../src/publisher/problems.ts'
import {
  baseOf,
  builtReader,
  exitWith,
  ledgerOf,
  optionsFrom,
  publishSite,
  type SiteOptions,
} from '../../src/publisher/publish-site.ts'
import { keepApp, type ReaderApp } from '../../src/publisher/reader-app.ts'
import { appVersion, PROJECT } from '../../src/publisher/source-version.mjs'
import { aPost, filesIn, fill, newFolder, newSite } from './site-folder.ts'

/** A mode that nobody builds for, so that no reader of the machine is taken or replaced. */
const MODE = 'tested'

const APP: ReaderApp = {
  template: '<html lang="en"><head><title></title></head><body>shell</body></html>',
  files: new Map([['app/index-1.js', Buffer.from('let a')]]),
}

describe('what the environment says', () => {
  it('is content/ into dist/ unless told', () => {
    expect(optionsFrom({})).toEqual({
      site: 'content',
      out: 'dist',
      ledger: undefined,
      strict: false,
      isProfiled: false,
    })
    expect(ledgerOf(optionsFrom({}))).toBe(resolve(ledgerFolder('dist')))
  })

  it('is site, output, ledger, and two switches', () => {
    const env = { SITE: 'a', OUT: 'b/', CACHE: 'c', STRICT: '1', PROFILE: '1' }
    const options = optionsFrom(env)
    expect(options).toEqual({ site: 'a', out: 'b/', ledger: 'c', strict: true, isProfiled: true })
    expect(ledgerOf(options)).toBe(resolve('c'))
    expect(optionsFrom({ STRICT: '0', PROFILE: 'no' })).toMatchObject({ strict: false, isProfiled: false })
  })
})

it.each([
  ['title: a\n', '/'],
  ['baseurl: /paper\n', '/paper/'],
])('a site of %j stands below %s', (config, base) => {
  expect(baseOf(newSite({ '_config.yml': config }))).toBe(base)
})

describe('the reader that was built before', () => {
  it('is taken from beside the ledger, and there is none for another base, mode or version', () => {
    const site = newSite({})
    const options = { site, out: join(newFolder(), 'out') }
    expect(builtReader(options, MODE)).toBeUndefined()
    keepApp(ledgerOf(options), appVersion('/', MODE), APP)
    expect(builtReader(options, MODE)).toEqual(APP)
    expect(builtReader(options, 'another')).toBeUndefined()
    fill(site, { '_config.yml': 'baseurl: /paper\n' })
    expect(builtReader(options, MODE)).toBeUndefined()
    expect(builtReader({ ...options, ledger: newFolder() }, MODE)).toBeUndefined()
  })
})

/** What this machine keeps for all sites is put back. */
const SHELF = join(PROJECT, 'node_modules', '.kanbao', 'app.json')
const kept = existsSync(SHELF) ? readFileSync(SHELF) : undefined
afterAll(() => (kept ? writeFileSync(SHELF, kept) : rmSync(SHELF, { force: true })))

const publishInto = async (site: string, options: Partial<SiteOptions> = {}) => {
  const out = join(newFolder(), 'out')
  const lines: string[] = []
  const whole = { site, out, ...options }
  const isPublished = await publishSite(whole, APP, (line) => void lines.push(line), MODE)
  return { out, lines, isPublished, files: filesIn(out), options: whole }
}

describe('a site that is published with a reader that is built', () => {
  it('has the reader’s files, pages of its shell, and a report beside it', async () => {
    const { out, files, isPublished, lines, options } = await publishInto(
      newSite({ '_posts/2022-01-04-a.md': aPost('甲'), '_posts/2022-01-05-b.md': 'no front matter' }),
    )
    expect(isPublished).toBe(true)
    expect(files['app/index-1.js']).toBe('let a')
    expect(files['2022/01/04/a.html']).toContain('shell')
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['icon.svg', 'archive/root.json']))
    expect(lines.join('\n')).toContain('2 posts')
    expect(lines.join('\n')).toContain(`${out}.report.json`)
    expect(JSON.parse(readFileSync(`${out}.report.json`, 'utf8'))).toMatchObject({ posts: 2 })
    expect(readdirSync(dirname(out)).sort()).toEqual(['out', 'out.cache', 'out.report.json'])
    expect(builtReader(options, MODE)).toEqual(APP)
  })

  it('leaves its reader to other sites of the machine', async () => {
    await publishInto(newSite({ '_posts/2022-01-04-a.md': aPost('甲') }))
    expect(builtReader({ site: newSite({}), out: join(newFolder(), 'out') }, MODE)).toEqual(APP)
  })

  it('has its ledger where it is told to, and says where the time went', async () => {
    const ledger = join(newFolder(), 'ledger')
    const site = newSite({ '_posts/2022-01-04-a.md': aPost('甲') })
    const { out, lines } = await publishInto(site, { ledger, isProfiled: true })
    expect(readdirSync(ledger)).toEqual(expect.arrayContaining(['app.json', 'months']))
    expect(existsSync(ledgerFolder(out))).toBe(false)
    expect(lines.join('\n')).toMatch(/cut terms/)
  })

  it('is not published where it is strict and has a problem, which the report tells', async () => {
    const site = newSite({
      '_posts/2022-01-04-a.md': aPost('甲'),
      '_posts/2022-01-05-b.md': 'no front matter',
    })
    const { out, isPublished, files, lines } = await publishInto(site, { strict: true })
    expect(isPublished).toBe(false)
    expect(files['archive/root.json']).toBeUndefined()
    expect(lines.join('\n')).toContain('not published, since the publish is strict')
    expect(existsSync(`${out}.report.json`)).toBe(true)
  })

  it('is refused by name where there is none, or where the output is not its own', async () => {
    const folder = newFolder()
    await expect(publishInto(join(folder, 'none'))).rejects.toThrow(SiteError)
    await expect(publishInto(join(folder, 'none'))).rejects.toThrow('none: there is no such folder')
    await expect(publishInto(newSite({}))).rejects.toThrow('_posts: holds no posts')
    const site = newSite({ '_posts/2022-01-04-a.md': aPost('甲') })
    await expect(publishInto(site, { out: site })).rejects.toThrow('cannot be the output')
    // The turn was given back: the next one does not wait for it.
    fill(folder, { 'thesis.doc': 'years of work' })
    for (let turn = 0; turn < 2; turn++)
      await expect(publishInto(site, { out: folder })).rejects.toThrow('Kanbao did not write it')
    expect(filesIn(folder)).toEqual({ 'thesis.doc': 'years of work' })
  })
})

it('what is no fault of a site is thrown on, with its stack', () => {
  const bug = new Error('bug')
  expect(() => exitWith(bug)).toThrow(bug)
})
