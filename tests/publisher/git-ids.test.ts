import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { gitIds } from '../../src/publisher/git-ids.ts'
import { blobId } from '../../src/publisher/identify-files.ts'
import { commit, git, newCheckout } from './git-checkout.ts'
import { fill, newFolder } from './site-folder.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

const idOf = (text: string): string => blobId(Buffer.from(text))
const A = idOf('甲')
const B = idOf('乙')
const NONE = [undefined, undefined]

/** Long enough ago that no index counts the file as racy. */
const AGO = new Date('2020-01-01T00:00:00Z')

it('knows the ids of what is committed, in the order it is asked', async () => {
  const folder = newCheckout({ 'a.md': '甲', '_posts/b.md': '乙' })
  expect(await gitIds(folder, ['a.md', '_posts/b.md', 'c.md'])).toEqual([A, B, undefined])
  expect(await gitIds(folder, ['_posts/b.md', 'a.md'])).toEqual([B, A])
  expect(await gitIds(folder, [])).toEqual([])
})

it('knows all of a fresh clone, be it a work tree of its own or a shallow one', async () => {
  const names = Array.from({ length: 50 }, (_, at) => `_posts/${at}.md`)
  const origin = newCheckout(Object.fromEntries(names.map((name) => [name, name])))
  const clones = newFolder()
  git(origin, 'clone', '-q', origin, join(clones, 'a'))
  git(origin, 'clone', '-q', '--depth=1', `file://${origin}`, join(clones, 'b'))
  git(origin, 'worktree', 'add', '-q', join(clones, 'c'))
  for (const clone of ['a', 'b', 'c'])
    expect(await gitIds(join(clones, clone), names)).toEqual(names.map(idOf))
})

it('knows the files of a folder below the top', async () => {
  const folder = newCheckout({
    'a.md': '丙',
    'docs/a.md': '甲',
    'docs/_posts/b.md': '乙',
    'docs2/a.md': '丁',
  })
  const docs = join(folder, 'docs')
  expect(await gitIds(docs, ['a.md', '_posts/b.md'])).toEqual([A, B])
  writeFileSync(join(docs, 'a.md'), '丙')
  expect(await gitIds(docs, ['a.md', '_posts/b.md'])).toEqual([undefined, B])
})

describe('does not know', () => {
  it.each<[string, (folder: string) => void]>([
    ['a file that was edited', (folder) => writeFileSync(join(folder, 'a.md'), '改了')],
    ['an edit of the same size in the same second', (folder) => writeFileSync(join(folder, 'a.md'), '丙')],
    ['a file that is gone', (folder) => rmSync(join(folder, 'a.md'))],
    ['a new name', (folder) => renameSync(join(folder, 'b.md'), join(folder, 'a.md'))],
    [
      'what is staged and then edited',
      (folder) => {
        writeFileSync(join(folder, 'a.md'), '丙')
        git(folder, 'add', 'a.md')
        writeFileSync(join(folder, 'a.md'), '丁')
      },
    ],
    [
      'what is in the index alone',
      (folder) => git(folder, 'update-index', '--cacheinfo', `100644,${B},a.md`),
    ],
    [
      'what it was told not to look at',
      (folder) => {
        git(folder, 'update-index', '--assume-unchanged', 'a.md')
        writeFileSync(join(folder, 'a.md'), '丙')
      },
    ],
    [
      'what it was told to skip',
      (folder) => {
        git(folder, 'update-index', '--skip-worktree', 'a.md')
        writeFileSync(join(folder, 'a.md'), '丙')
      },
    ],
    [
      'what is to be added later',
      (folder) => {
        git(folder, 'rm', '-q', '--cached', 'a.md')
        git(folder, 'add', '-N', 'a.md')
      },
    ],
    ['what is no longer tracked', (folder) => git(folder, 'rm', '-q', '--cached', 'a.md')],
    [
      'a file that became a link',
      (folder) => {
        rmSync(join(folder, 'a.md'))
        symlinkSync('b.md', join(folder, 'a.md'))
      },
    ],
    [
      'a link, though it is committed',
      (folder) => {
        rmSync(join(folder, 'a.md'))
        symlinkSync('b.md', join(folder, 'a.md'))
        commit(folder)
      },
    ],
  ])('%s', async (_, change) => {
    const folder = newCheckout({ 'a.md': '甲', 'b.md': '乙', 'c.md': '丙' })
    change(folder)
    expect(await gitIds(folder, ['a.md', 'c.md'])).toEqual([undefined, idOf('丙')])
  })
})

it('sees a file of the same size and time in the place of another', async () => {
  const folder = newCheckout({ 'b.md': '乙' })
  writeFileSync(join(folder, 'a.md'), '甲')
  for (const name of ['a.md', 'b.md']) utimesSync(join(folder, name), AGO, AGO)
  commit(folder)
  git(folder, 'config', 'core.checkStat', 'minimal')
  git(folder, 'config', 'core.trustctime', 'false')
  copyFileSync(join(folder, 'b.md'), join(folder, 'new'))
  utimesSync(join(folder, 'new'), AGO, AGO)
  renameSync(join(folder, 'new'), join(folder, 'a.md'))
  expect(git(folder, 'diff-files', '--name-only')).toBe('')
  expect(await gitIds(folder, ['a.md', 'b.md'])).toEqual([undefined, B])
})

it('knows what a rename or an edit is, once it is staged', async () => {
  const folder = newCheckout({ 'a.md': '甲', 'b.md': '丙' })
  git(folder, 'mv', 'a.md', 'c.md')
  writeFileSync(join(folder, 'b.md'), '乙')
  git(folder, 'add', 'b.md')
  expect(await gitIds(folder, ['a.md', 'b.md', 'c.md'])).toEqual([undefined, B, A])
})

it('does not know either side of a conflict', async () => {
  const folder = newCheckout({ 'a.md': '甲', 'b.md': '乙' })
  git(folder, 'checkout', '-q', '-b', 'other')
  writeFileSync(join(folder, 'a.md'), '丙')
  commit(folder)
  git(folder, 'checkout', '-q', '-')
  writeFileSync(join(folder, 'a.md'), '丁')
  commit(folder)
  expect(() => git(folder, 'merge', 'other')).toThrow()
  expect(await gitIds(folder, ['a.md', 'b.md'])).toEqual([undefined, B])
})

it('knows names of any kind, but for those that look alike', async () => {
  const names = [
    '汉字.md',
    'a b.md',
    '"a".md',
    'a\nb.md',
    '\u00e9.md',
    '😀.md',
    '＃.md',
    ' a\t.md',
    ':(top)a.md',
  ]
  const folder = newCheckout(Object.fromEntries(names.map((name) => [name, name])))
  expect(await gitIds(folder, names)).toEqual(names.map(idOf))
  writeFileSync(join(folder, 'a\nb.md'), '改了')
  expect(await gitIds(folder, ['a\nb.md', 'e\u0301.md'])).toEqual(NONE)
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff])]), '甲')
  fill(folder, { '\uFFFD.md': '甲', 'A.md': '甲' })
  commit(folder)
  expect(await gitIds(folder, ['\uFFFD', '\uFFFD.md', 'A.md', 'a.md'])).toEqual([...NONE, A, undefined])
})

it('leaves out submodules and what lies behind a link', async () => {
  const inner = newCheckout({ 'a.md': '甲' })
  const folder = newCheckout({ 'real/a.md': '甲' })
  symlinkSync('real', join(folder, 'link'))
  git(folder, 'submodule', '--quiet', 'add', inner, 'inner')
  commit(folder)
  git(folder, 'config', 'submodule.recurse', 'true')
  expect(await gitIds(folder, ['inner/a.md', 'link/a.md', 'real/a.md'])).toEqual([...NONE, A])
  expect(await gitIds(join(folder, 'inner'), ['a.md'])).toEqual([A])
  expect(await gitIds(join(folder, 'link'), ['a.md'])).toEqual([A])
  renameSync(join(folder, 'real'), join(folder, 'moved'))
  symlinkSync('moved', join(folder, 'real'))
  expect(await gitIds(folder, ['real/a.md'])).toEqual([undefined])
})

it('knows nothing where there is no git, no checkout, or a broken one', async () => {
  const folder = newCheckout({ 'a.md': '甲' })
  expect(await gitIds(newFolder(), ['a.md'])).toEqual([])
  expect(await gitIds(join(folder, '.git'), ['a.md'])).toEqual([])
  const bare = newFolder()
  git(bare, 'clone', '-q', '--bare', folder, '.')
  expect(await gitIds(bare, ['a.md'])).toEqual([])
  const long = newFolder()
  git(long, 'init', '-q', '--object-format=sha256')
  commit(fill(long, { 'a.md': '甲' }))
  expect(await gitIds(long, ['a.md'])).toEqual([undefined])
  const path = process.env.PATH
  vi.stubEnv('PATH', newFolder())
  expect(await gitIds(folder, ['a.md'])).toEqual([])
  vi.stubEnv('PATH', path)
  writeFileSync(join(folder, '.git/index'), 'broken')
  expect(await gitIds(folder, ['a.md'])).toEqual([])
})

it('knows nothing when the index changes meanwhile', async () => {
  const folder = newCheckout({ 'a.md': '甲', 'b.md': '乙' })
  const tools = newFolder()
  const real = `PATH='${process.env.PATH}' git`
  const add = `cp b.md a.md; ${real} add a.md`
  fill(tools, { git: `#!/bin/sh\n${real} "$@"\ncase "$*" in *ls-files*) ${add};; esac\n` })
  chmodSync(join(tools, 'git'), 0o755)
  vi.stubEnv('PATH', `${tools}${delimiter}${process.env.PATH}`)
  expect(await gitIds(folder, ['a.md', 'b.md'])).toEqual([])
  vi.stubEnv('PATH', process.env.PATH?.slice(tools.length + 1))
  expect(await gitIds(folder, ['a.md', 'b.md'])).toEqual([B, B])
})

describe('attributes', () => {
  it.each([
    'a.md filter=lfs',
    '*.md ident',
    '/_posts/a.md working-tree-encoding=ISO-8859-1',
    '_posts/** filter',
  ])('%s: a blob is not what the file holds', async (line) => {
    const files = { '_posts/a.md': '甲', '_posts/b.txt': '乙' }
    const folder = newCheckout({ ...files, '.gitattributes': `${line}\n` })
    expect((await gitIds(folder, ['_posts/a.md']))[0]).toBe(undefined)
    expect((await gitIds(join(folder, '_posts'), ['a.md']))[0]).toBe(undefined)
    rmSync(join(folder, '.gitattributes'))
    expect((await gitIds(folder, ['_posts/a.md']))[0]).toBe(undefined)
  })

  it('are heard wherever they stand', async () => {
    const folder = newCheckout({ 'docs/_posts/a.md': '甲', 'b.md': '乙' })
    const paths = ['docs/_posts/a.md', 'b.md']
    const places = [
      'docs/_posts/.gitattributes',
      '.git/info/attributes',
      `../${process.env.XDG_CONFIG_HOME?.split('/').at(-1)}/git/attributes`,
    ]
    for (const place of places) {
      expect(await gitIds(folder, paths)).toEqual([A, B])
      mkdirSync(join(folder, '.git/info'), { recursive: true })
      fill(folder, { [place]: 'a.md filter=lfs\n' })
      expect(await gitIds(folder, paths)).toEqual([undefined, B])
      expect(await gitIds(join(folder, 'docs'), ['_posts/a.md'])).toEqual([undefined])
      rmSync(join(folder, place))
    }
    git(folder, 'config', 'core.attributesFile', join(fill(newFolder(), { mine: '* ident\n' }), 'mine'))
    expect(await gitIds(folder, paths)).toEqual(NONE)
  })

  it('of line ends are harmless, as is core.autocrlf', async () => {
    const origin = newCheckout({
      'a.md': '甲\n乙\n',
      'b.md': '甲\n乙\n',
      '.gitattributes': 'a.md text eol=crlf\n',
    })
    const folder = join(newFolder(), 'clone')
    git(origin, 'clone', '-q', '-c', 'core.autocrlf=true', origin, folder)
    expect(await gitIds(folder, ['a.md', 'b.md'])).toEqual([idOf('甲\n乙\n'), idOf('甲\n乙\n')])
  })
})
