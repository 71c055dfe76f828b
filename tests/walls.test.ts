import { describe, expect, it } from 'vitest'
import { ARROWS } from './walls/arrows.ts'
import { HABITS } from './walls/habits.ts'
import { LENGTHS, unevenComments } from './walls/lengths.ts'
import { PAPERWORK } from './walls/paperwork.ts'
import { makeProject, readProject } from './walls/project.ts'
import { SOLE_IMPORTERS } from './walls/sole-importers.ts'

const project = readProject(new URL('../', import.meta.url))
const WALLS = [...ARROWS, ...SOLE_IMPORTERS, ...HABITS, ...LENGTHS, ...PAPERWORK]

describe.each(WALLS)('$rule', ({ breaches, stands, falls }) => {
  it.each(stands)('lets a sound example stand (%#)', (files) => {
    expect(breaches(makeProject(files))).toEqual([])
  })

  it.each(falls)('lets a broken example fall (%#)', (files, expected) => {
    expect(breaches(makeProject(files))).toEqual(expected)
  })

  it('holds', () => {
    expect(breaches(project)).toEqual([])
  })
})

it('reads the whole project', async ({ annotate }) => {
  const paths = project.sources.map(({ path }) => path)
  expect(paths).toContain('src/archive/check.ts')
  expect(paths).toContain('tests/walls/project.ts')
  for (const note of unevenComments(project)) await annotate(note)
})
