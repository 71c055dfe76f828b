import { mkdirSync, readdirSync, statSync, symlinkSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openEditionFolder } from '../../src/publisher/edition-folder.ts'
import { SiteError } from '../../src/publisher/problems.ts'
import { filesIn, fill, newFolder } from './site-folder.ts'

const SITE = '/elsewhere/site'
const MARK = 'archive/KANBAO.txt'

describe('an output folder is refused', () => {
  it('when it holds what Kanbao did not write', () => {
    const folder = fill(newFolder(), { 'thesis.doc': 'years of work' })
    expect(() => openEditionFolder(folder, SITE)).toThrow(SiteError)
    expect(() => openEditionFolder(folder, SITE)).toThrow(
      `${folder}: is not empty, and Kanbao did not write it`,
    )
    expect(filesIn(folder)).toEqual({ 'thesis.doc': 'years of work' })
  })

  it('when the site is in it, or is it', () => {
    const folder = newFolder()
    mkdirSync(join(folder, '..site'))
    for (const site of [folder, join(folder, 'site'), join(folder, 'a/b'), join(folder, '..site')])
      expect(() => openEditionFolder(folder, site)).toThrow(`${folder}: cannot be the output`)
    expect(readdirSync(folder)).toEqual(['..site'])
  })

  it('when it is a file', () => {
    const folder = fill(newFolder(), { file: '' })
    expect(() => openEditionFolder(join(folder, 'file'), SITE)).toThrow('file: is a file, not a folder')
  })
})

describe('an output folder', () => {
  it('is made when it is not there, and marked as Kanbao’s', () => {
    const folder = join(newFolder(), 'a/b')
    openEditionFolder(folder, SITE).put('x/y.html', 'page')
    expect(filesIn(folder)).toEqual({ [MARK]: expect.stringContaining('Kanbao'), 'x/y.html': 'page' })
  })

  it('may hold what belongs to the host and to git, and may lie in the site', () => {
    const folder = fill(newFolder(), { '.git/HEAD': 'x', '.nojekyll': '' })
    const edition = openEditionFolder(folder, join(folder, '..'))
    edition.prune([])
    expect(Object.keys(filesIn(folder)).sort()).toEqual(['.git/HEAD', '.nojekyll', MARK])
  })

  it('is pruned of what was neither put nor named, and of nothing before that', () => {
    const folder = newFolder()
    const first = openEditionFolder(folder, SITE)
    first.put('old/a.html', '1')
    first.put('kept.html', '2')
    const second = openEditionFolder(folder, SITE)
    second.put('kept.html', '2')
    expect(Object.keys(filesIn(folder))).toContain('old/a.html')
    fill(folder, { 'app/index.js': 'bundle' })
    second.prune(['app/index.js'])
    expect(Object.keys(filesIn(folder)).sort()).toEqual(['app/index.js', MARK, 'kept.html'])
    expect(readdirSync(folder)).not.toContain('old')
  })

  it('keeps the time stamp of a file whose bytes are the same', () => {
    const folder = newFolder()
    const path = join(folder, 'a.html')
    openEditionFolder(folder, SITE).put('a.html', 'same')
    utimesSync(path, 1000, 1000)
    const edition = openEditionFolder(folder, SITE)
    edition.put('a.html', 'same')
    expect(statSync(path).mtimeMs).toBe(1_000_000)
    edition.put('a.html', 'else')
    expect(statSync(path).mtimeMs).toBeGreaterThan(1_000_000)
  })

  it('makes way for a folder where a file was, and for a file where a folder was', () => {
    const folder = newFolder()
    const first = openEditionFolder(folder, SITE)
    first.put('about', 'a file')
    first.put('notes/2022/a.html', 'in a folder')
    const second = openEditionFolder(folder, SITE)
    second.put('about/index.html', 'a page')
    second.put('notes', 'a file')
    second.prune([])
    expect(filesIn(folder)).toMatchObject({ 'about/index.html': 'a page', notes: 'a file' })
  })

  it('does not make way for what the same edition put', () => {
    const folder = newFolder()
    const edition = openEditionFolder(folder, SITE)
    edition.put('a.html', 'first')
    edition.put('b.html/c', 'first')
    expect(() => edition.put('a.html/b', 'second')).toThrow()
    expect(() => edition.put('b.html', 'second')).toThrow()
    edition.prune([])
    expect(filesIn(folder)).toEqual({ [MARK]: expect.any(String), 'a.html': 'first', 'b.html/c': 'first' })
  })

  it('bears names as long as names can be', () => {
    const folder = newFolder()
    const name = `${'长'.repeat(83)}a.html`
    openEditionFolder(folder, SITE).put(name, 'page')
    expect(filesIn(folder)).toMatchObject({ [name]: 'page' })
  })

  it('loses a link when it is pruned, never what the link leads to', () => {
    const elsewhere = fill(newFolder(), { 'a.txt': 'precious' })
    const folder = newFolder()
    const edition = openEditionFolder(folder, SITE)
    symlinkSync(elsewhere, join(folder, 'link'))
    edition.prune([])
    expect(filesIn(elsewhere)).toEqual({ 'a.txt': 'precious' })
    expect(readdirSync(folder)).toEqual(['archive'])
  })
})
