import { claimFolder, folderEdition, MARK } from '../../src/publisher/edition-folder.ts'
import { memoryEdition } from '../../src/publisher/edition-memory.ts'
import { silentProgress } from '../../src/publisher/progress.ts'
import { type Published, publish } from '../../src/publisher/publish.ts'
import type { PublishOptions } from '../../src/publisher/publishing.ts'
import { filesIn, shown } from './site-folder.ts'

/** What a publish into a folder did. */
export interface PublishedInto extends Published {
  readonly files: Readonly<Record<string, string>>
  /** How much work there was, by stage: `posts to read`, `articles to pack`. */
  readonly work: Readonly<Record<string, number>>
}

/** Later than any file's stamp, so that stamps are trusted. */
export const LATER = Date.now() + 3_600_000

export const TEMPLATE = '<html lang="en"><head><title></title></head><body></body></html>'

const optionsFor = (folder: string) => ({
  folder,
  progress: silentProgress,
  template: TEMPLATE,
  now: LATER,
  threads: 0,
})

/** Publishes a site into a folder as `vite build` does, with or without a ledger. */
export const publishInto = async (
  out: string,
  folder: string,
  options: Partial<PublishOptions> = {},
): Promise<PublishedInto> => {
  claimFolder(out, folder)
  const work: Record<string, number> = {}
  const progress = {
    start: (stage: string, total: number): void => {
      work[stage] = total
    },
    at: () => {},
    done: () => {},
  }
  const edition = folderEdition(out)
  const published = await publish({ ...optionsFor(folder), edition, progress, ...options })
  const { [MARK]: _, ...files } = filesIn(out)
  return { ...published, files, work }
}

/** The same site as if nothing had been published before. It goes into memory, since that is ten times as fast. */
export const publishAfresh = async (
  folder: string,
  options: Partial<PublishOptions> = {},
): Promise<PublishedInto> => {
  const edition = memoryEdition()
  const published = await publish({ ...optionsFor(folder), edition, ...options })
  return {
    ...published,
    files: Object.fromEntries([...edition.files].map(([path, content]) => [path, shown(path, content)])),
    work: {},
  }
}
