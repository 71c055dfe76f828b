import { expect, it } from 'vitest'
import { openCrew } from '../../src/publisher/crew/crew.ts'
import { noEdition } from '../../src/publisher/edition.ts'
import { lookAtSite } from '../../src/publisher/look-at-site.ts'
import { noProfile } from '../../src/publisher/profile.ts'
import { CONFIG, fill, newSite } from './site-folder.ts'

const POSTS = { '_posts/2022-01-04-a.md': 'a', '_posts/2022-01-05-b.md': 'b', 'x.svg': 'x' }
const LATER = 8e15

const look = (folder: string, more: Partial<Parameters<typeof lookAtSite>[0]> = {}) =>
  lookAtSite({
    folder,
    config: CONFIG,
    without: [],
    crew: openCrew(noEdition, 0),
    profile: noProfile,
    now: LATER,
    known: (path) => ({ id: `id of ${path}`, stamp: 1 }),
    ...more,
  })

it('looks at all files when nobody says what changed', async () => {
  const folder = newSite(POSTS)
  const { found, identities } = await look(folder)
  expect(found.posts).toEqual(['_posts/2022-01-04-a.md', '_posts/2022-01-05-b.md'])
  expect(found.staticFiles).toEqual(['x.svg'])
  expect(identities.map(({ id }) => id)).toEqual([undefined, undefined, undefined])
  const any = await look(folder, { since: { found, changed: new Set(['', 'x.svg']) } })
  expect(any.identities).toEqual(identities)
})

it('looks at what changed alone, and again for all files when there may be others', async () => {
  const folder = newSite(POSTS)
  const { found } = await look(folder)
  const one = await look(folder, { since: { found, changed: new Set(['x.svg']) } })
  expect(one.found).toBe(found)
  expect(one.identities.map(({ id }) => id)).toEqual([
    'id of _posts/2022-01-04-a.md',
    'id of _posts/2022-01-05-b.md',
    undefined,
  ])
  fill(folder, { '_posts/more/2022-01-06-c.md': 'c' })
  const more = await look(folder, { since: { found, changed: new Set(['_posts/more']) } })
  expect(more.found.posts).toContain('_posts/more/2022-01-06-c.md')
  expect(more.identities.map(({ id }) => id === undefined)).toEqual([false, false, true, false])
})

it('looks for nothing when it is told the only posts', async () => {
  const only = ['_posts/2022-01-05-b.md']
  const { found, identities } = await look(newSite(POSTS), { only })
  expect(found).toEqual({ posts: only, staticFiles: [], problems: [] })
  expect(identities).toEqual([{ id: undefined, stamp: 0 }])
})

it('sees the same where a thread lists the files, and does meanwhile what there is to do', async () => {
  const folder = newSite(POSTS)
  const steps: string[] = []
  const crew = openCrew(noEdition, 1)
  try {
    const seen = await look(folder, { crew, isLarge: true, meanwhile: () => steps.push('meanwhile') })
    expect(seen).toEqual(await look(folder))
    expect(steps).toEqual(['meanwhile'])
  } finally {
    await crew.close()
  }
})
