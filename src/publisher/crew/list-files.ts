import { type FoundFiles, findSiteFiles, type SiteFolder } from '../find-site-files.ts'
import { type Problem, SiteError } from '../problems.ts'
import { standingShards } from '../standing-shards.ts'

/** Very many files to be listed: those of a site, or those below `archive/` of an edition's folder. */
export type ListTask =
  | ({ readonly kind: 'site' } & SiteFolder)
  | { readonly kind: 'shards'; readonly folder: string }

/** What was found: of a site its posts and its other files. */
export interface Listed {
  /** Each list as one text, with a zero between paths: a text is handed to another thread as it is, a list is not. */
  readonly lists: readonly string[]
  readonly problems: readonly Problem[]
  /** Why nothing can be published; an error would lose its kind on its way to another thread. */
  readonly failure?: string
}

export const listFiles = (task: ListTask): Listed => {
  try {
    if (task.kind === 'shards') return { lists: [[...standingShards(task.folder)].join('\0')], problems: [] }
    const { posts, staticFiles, problems } = findSiteFiles(task)
    return { lists: [posts.join('\0'), staticFiles.join('\0')], problems }
  } catch (thrown) {
    if (thrown instanceof SiteError) return { lists: [], problems: [], failure: thrown.message }
    throw thrown
  }
}

const listIn = (text = ''): string[] => (text === '' ? [] : text.split('\0'))

/** @throws SiteError when there is no post at all. */
export const filesListed = ({ lists, problems, failure }: Listed): FoundFiles => {
  if (failure !== undefined) throw new SiteError(failure)
  return { posts: listIn(lists[0]), staticFiles: listIn(lists[1]), problems }
}

export const shardsListed = ({ lists }: Listed): ReadonlySet<string> => new Set(listIn(lists[0]))
