import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FORMAT_VERSION } from '../archive/limits.ts'
import type { Root } from '../archive/root.ts'
import { ROOT_PATH } from '../archive/shard-path.ts'
import type { ReadPath } from './answer-request.ts'
import { claimFolder, folderEdition } from './edition-folder.ts'
import { memoryEdition } from './edition-memory.ts'
import { ledgerFolder } from './ledger/ledger.ts'
import { newestPosts } from './newest-posts.ts'
import { waitForTurn } from './one-publish.ts'
import type { Note } from './problems.ts'
import { type Progress, silentProgress } from './progress.ts'
import { publish } from './publish.ts'
import type { PublishMemory } from './publish-memory.ts'
import { lineOf } from './report.ts'
import { findPosts } from './stages/find-files.ts'
import { readConfig } from './stages/read-config/read-config.ts'

export interface DevEditionOptions {
  /** The Jekyll site folder. */
  readonly site: string
  /** The folder for the edition; its ledger lies beside it. */
  readonly folder: string
  readonly progress: Progress
  say(line: string): void
  /** From how many posts on a site is large, so that its newest ones are shown first, and how many of them. */
  readonly large?: number
  readonly newest?: number
}

/** An edition of a site that is being written. */
export interface DevEdition {
  readonly read: ReadPath
  /**
   * Shows what can be shown at once when nothing is: the edition that an earlier server left, else, of a large site,
   * one of the newest posts.
   * @returns whether anything is shown now.
   * @throws SiteError as `publish` does.
   */
  open(): Promise<boolean>
  /**
   * Publishes what has changed (paths as `watchFolder` tells them).
   * @returns the root, when there is something that pages which are open do not show yet.
   * @throws SiteError as `publish` does; what was shown is shown still.
   */
  renew(changed: ReadonlySet<string>): Promise<Root | undefined>
}

/** Opens the edition that the development server shows. It has no pages: the app answers at every address. */
export const devEdition = (options: DevEditionOptions): DevEdition => {
  const { site, folder, progress, say, large = 2000, newest = 500 } = options
  const ledger = ledgerFolder(folder)
  /** The name of the edition that is shown, and what reads it. */
  let shown: { readonly name: string; readonly read: ReadPath } | undefined
  let memory: PublishMemory | undefined

  const showNewest = async (): Promise<void> => {
    const quiet: Note = () => {}
    const posts = findPosts(site, readConfig(site, quiet), [])
    if (posts.length <= large) return
    const edition = memoryEdition()
    const only = newestPosts(posts, newest)
    const { root } = await publish({
      folder: site,
      edition,
      progress: silentProgress,
      only,
      threads: 0,
      mostIndexed: 0,
    })
    if (!root) return
    shown = { name: root.edition, read: async (path) => edition.files.get(path) }
    say(`the newest ${only.length} of ${posts.length} posts are shown while the others are read`)
  }

  const publishAll = async (changed: ReadonlySet<string>): Promise<Root | undefined> => {
    const since = memory && { memory, changed }
    // A publish that fails may have written something: the next one looks for itself.
    memory = undefined
    claimFolder(folder, site)
    const edition = folderEdition(folder)
    // A few posts are done sooner than threads start, however many there are on their days.
    const isSmall = since && !changed.has('') && changed.size <= FEW_CHANGES
    const pace = isSmall ? { progress: silentProgress, threads: 0 } : { progress }
    const published = await publish({
      folder: site,
      edition,
      ledger,
      without: [folder, ledger],
      since,
      mostIndexed: MOST_INDEXED,
      ...pace,
    })
    const { root, articles, problems, refusal } = published
    memory = published.memory
    say(refusal ?? `${articles} articles, ${problems.length} problems`)
    for (const problem of problems.slice(-3)) say(`  ${lineOf(problem)}`)
    if (!root) return undefined
    const isNew = shown?.name !== root.edition
    shown = { name: root.edition, read: readIn(folder) }
    // Files that are copied as they are, such as images, are not named by the root.
    const isCopied = [...changed].some((path) => path !== '' && existsSync(join(folder, path)))
    return isNew || isCopied ? root : undefined
  }

  return {
    read: async (path) => shown?.read(path),
    async open() {
      if (shown) return true
      const root = readableRoot(folder)
      if (root) shown = { name: root.edition, read: readIn(folder) }
      else await showNewest()
      return shown !== undefined
    },
    async renew(changed) {
      const giveTurnBack = await waitForTurn(folder, say)
      try {
        return await publishAll(changed)
      } finally {
        await giveTurnBack()
      }
    },
  }
}

/** A larger site is served without searches: the index of an old month takes longer than an author waits. */
const MOST_INDEXED = 5000

/** So many changes are done without threads. */
const FEW_CHANGES = 100

/** The root of the edition in a folder; nothing when there is none, or none that this reader could read. */
const readableRoot = (folder: string): Root | undefined => {
  const text = folderEdition(folder).get(ROOT_PATH)
  try {
    const root = text === undefined ? undefined : (JSON.parse(text) as Root)
    return root?.format === FORMAT_VERSION ? root : undefined
  } catch {
    return undefined
  }
}

/** What a file system answers when there is no such file, whatever else there is. */
const NOT_THERE = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'EINVAL'])

const readIn =
  (folder: string): ReadPath =>
  async (path) => {
    try {
      return await readFile(join(folder, path))
    } catch (thrown) {
      if (NOT_THERE.has((thrown as NodeJS.ErrnoException).code ?? '')) return undefined
      throw thrown
    }
  }
