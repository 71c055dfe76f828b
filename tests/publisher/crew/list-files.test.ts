import { describe, expect, it } from 'vitest'
import { openCrew } from '../../../src/publisher/crew/crew.ts'
import { filesListed, listFiles, shardsListed } from '../../../src/publisher/crew/list-files.ts'
import { noEdition } from '../../../src/publisher/edition.ts'
import { folderEdition } from '../../../src/publisher/edition-folder.ts'
import { findSiteFiles } from '../../../src/publisher/find-site-files.ts'
import { SiteError } from '../../../src/publisher/problems.ts'
import { CONFIG, fill, newFolder, newSite } from '../site-folder.ts'

const site = (files: Record<string, string>) => ({ folder: newSite(files), config: CONFIG, without: [] })
const POSTS = { '_posts/2022-01-04-a.md': 'a', '_posts/报纸.md': 'b', '_posts/c.txt': 'c', 'x.svg': 'x' }
const SHARDS = { 'archive/root.json': '', 'archive/page/a/b.json': '', 'a.html': '' }

describe('files listed by a thread', () => {
  it('are those that are found here, with what is wrong with them', async () => {
    const own = site(POSTS)
    const found = findSiteFiles(own)
    expect(found.posts).toHaveLength(2)
    expect(found.problems).toHaveLength(1)
    const crew = openCrew(noEdition, 1)
    try {
      expect(await crew.find(own)).toEqual(found)
    } finally {
      await crew.close()
    }
  })

  it('are no others where there are none of a kind', () => {
    const own = site({ '_posts/2022-01-04-a.md': 'a' })
    expect(filesListed(listFiles({ kind: 'site', ...own })).staticFiles).toEqual([])
  })

  it('fail as they would here where there is no post', async () => {
    const crew = openCrew(noEdition, 1)
    try {
      await expect(crew.find(site({}))).rejects.toThrow(SiteError)
    } finally {
      await crew.close()
    }
  })

  it('are the shards of an edition, in a thread and here', async () => {
    const folder = fill(newFolder(), SHARDS)
    const expected = new Set(['archive/page/a/b.json', 'archive/root.json'])
    expect(shardsListed(listFiles({ kind: 'shards', folder }))).toEqual(expected)
    const crew = openCrew(folderEdition(folder), 1)
    try {
      expect(await crew.shards(true)).toEqual(expected)
      expect(await crew.shards(false)).toEqual(expected)
    } finally {
      await crew.close()
    }
  })

  it('are none where nothing is written', async () => {
    expect((await openCrew(noEdition, 0).shards(true)).size).toBe(0)
  })
})
