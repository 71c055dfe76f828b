import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { claimFolder, folderEdition, MARK } from '../../src/publisher/edition-folder.ts'
import { SiteError } from '../../src/publisher/problems.ts'
import { filesIn, fill, newFolder } from './site-folder.ts'

const SITE = '/elsewhere/site'

const openFolder = (folder: string, site = SITE) => {
  claimFolder(folder, site)
  return folderEdition(folder)
}

describe('an output folder is refused', () => {
  it('when it holds what Kanbao did not write', () => {
    const folder = fill(newFolder(), { 'thesis.doc': 'years of work' })
    expect(() => claimFolder(folder, SITE)).toThrow(SiteError)
    expect(() => claimFolder(folder, SITE)).toThrow(`${folder}: is not empty, and Kanbao did not write it`)
    expect(filesIn(folder)).toEqual({ 'thesis.doc': 'years of work' })
  })

  it('when the site is in it, or is it', () => {
    const folder = newFolder()
    mkdirSync(join(folder, '..site'))
    for (const site of [folder, join(folder, 'site'), join(folder, 'a/b'), join(folder, '..site')])
      expect(() => claimFolder(folder, site)).toThrow(`${folder}: cannot be the output`)
    expect(readdirSync(folder)).toEqual(['..site'])
  })

  it('when it is a file', () => {
    const folder = fill(newFolder(), { file: '' })
    expect(() => claimFolder(join(folder, 'file'), SITE)).toThrow('file: is a file, not a folder')
  })
})

describe('an output folder', () => {
  it('is made when it is not there, and marked as Kanbao’s', () => {
    const folder = join(newFolder(), 'a/b')
    openFolder(folder).put('x/y.html', 'page')
    expect(filesIn(folder)).toEqual({ [MARK]: expect.stringContaining('Kanbao'), 'x/y.html': 'page' })
  })

  it('may hold what belongs to the host and to git, and may lie in the site', () => {
    const folder = fill(newFolder(), { '.git/HEAD': 'x', '.nojekyll': '' })
    claimFolder(folder, join(folder, '..'))
    expect(Object.keys(filesIn(folder)).sort()).toEqual(['.git/HEAD', '.nojekyll', MARK])
  })

  it('keeps the time stamp of a file whose bytes are the same', () => {
    const folder = newFolder()
    const path = join(folder, 'a.html')
    openFolder(folder).put('a.html', 'same')
    utimesSync(path, 1000, 1000)
    const edition = openFolder(folder)
    edition.put('a.html', 'same')
    expect(statSync(path).mtimeMs).toBe(1_000_000)
    edition.put('a.html', 'else')
    expect(statSync(path).mtimeMs).toBeGreaterThan(1_000_000)
  })

  it('makes way for a folder where a file was, and for a file where a folder was', () => {
    const folder = newFolder()
    const first = openFolder(folder)
    first.put('about', 'a file')
    first.put('notes/2022/a.html', 'in a folder')
    const second = openFolder(folder)
    second.put('about/index.html', 'a page')
    second.put('notes', 'a file')
    expect(filesIn(folder)).toMatchObject({ 'about/index.html': 'a page', notes: 'a file' })
  })

  it('bears names as long as names can be', () => {
    const folder = newFolder()
    const name = `${'长'.repeat(83)}a.html`
    openFolder(folder).put(name, 'page')
    expect(filesIn(folder)).toMatchObject({ [name]: 'page' })
  })

  it('gives back what stands in it, and nothing for what does not', () => {
    const edition = openFolder(newFolder())
    edition.put('a/b.json', '{"中":1}')
    expect(edition.get('a/b.json')).toBe('{"中":1}')
    expect([edition.get('a'), edition.get('none'), edition.get('a/b.json/c')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('is sealed by a file that takes the place of the last one at once', () => {
    const folder = newFolder()
    const edition = openFolder(folder)
    edition.seal('archive/root.json', '1')
    const first = openSync(join(folder, 'archive/root.json'), 'r')
    onTestFinished(() => closeSync(first))
    edition.seal('archive/root.json', '22')
    expect(edition.get('archive/root.json')).toBe('22')
    // Whoever had it open still reads the whole old one.
    expect(readFileSync(first, 'utf8')).toBe('1')
    expect(readdirSync(join(folder, 'archive')).sort()).toEqual(['KANBAO.txt', 'root.json'])
  })

  it('has nothing compressed beside a file that is replaced, whoever compressed it', () => {
    const folder = newFolder()
    const edition = openFolder(folder)
    const write = (path: string) => {
      edition.put(path, `1 ${path}`)
      for (const end of ['.br', '.gz']) edition.put(path + end, 'compressed')
    }
    for (const path of ['a.html', 'b.html', 'c.json', 'archive/root.json']) write(path)
    edition.put('a.html', '2')
    edition.put('b.html', '1 b.html')
    edition.put('c.json/d.json', 'where a file was')
    edition.seal('archive/root.json', '2')
    expect(Object.keys(filesIn(folder)).sort()).toEqual(
      [MARK, 'archive/root.json', 'a.html', 'b.html', 'b.html.br', 'b.html.gz', 'c.json/d.json'].sort(),
    )
  })

  it('never shows a part of what is compressed', () => {
    const folder = newFolder()
    const edition = openFolder(folder)
    edition.put('a.html', 'page')
    // In place of a file that does not give way, so that what comes is seen to come by another name.
    edition.put('a.html.gz', 'first')
    const open = openSync(join(folder, 'a.html.gz'), 'r')
    onTestFinished(() => closeSync(open))
    edition.put('a.html.gz', 'second')
    expect([readFileSync(open, 'utf8'), edition.get('a.html.gz')]).toEqual(['first', 'second'])
    utimesSync(join(folder, 'a.html.gz'), 1000, 1000)
    edition.put('a.html.gz', 'second')
    expect(statSync(join(folder, 'a.html.gz')).mtimeMs).toBe(1_000_000)
  })

  it('tells bytes and sizes of what stands in it', () => {
    const edition = openFolder(newFolder())
    edition.put('a.bin', Uint8Array.of(0, 255, 10))
    expect([...(edition.bytes('a.bin') ?? [])]).toEqual([0, 255, 10])
    expect([edition.size('a.bin'), edition.size('none'), edition.bytes('none')]).toEqual([
      3,
      undefined,
      undefined,
    ])
  })

  it('may be written to from several seats, none of which leaves anything of its own', () => {
    const folder = newFolder()
    openFolder(folder).put('a.html', 'old')
    for (const seat of ['1', '2']) {
      folderEdition(folder, seat).put('a.html', seat)
      folderEdition(folder, seat).put(`${seat}.html`, seat)
    }
    expect(filesIn(folder)).toEqual({
      [MARK]: expect.any(String),
      'a.html': '2',
      '1.html': '1',
      '2.html': '2',
    })
  })
})
