import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { measure } from './process-cost.ts'

/** Nobody's name and none of the machine's settings; git neither changes line ends nor tidies up behind a measure. */
const SETTINGS = ['user.name=bench', 'user.email=bench@news.example', 'commit.gpgsign=false', 'gc.auto=0']
const OPTIONS = [...SETTINGS, 'core.autocrlf=false'].flatMap((setting) => ['-c', setting])

/** Commits all that a site folder holds; the first time, it becomes a repository. */
export const commitSite = async (site: string): Promise<void> => {
  if (!existsSync(join(site, '.git'))) await git(site, 'init', '--quiet')
  await git(site, 'add', '--all')
  await git(site, 'commit', '--quiet', '--message', 'posts')
}

/** A new clone: the same bytes, and time stamps that say nothing. */
export const cloneSite = async (site: string, clone: string): Promise<void> => {
  await git(site, 'clone', '--quiet', '--no-hardlinks', site, clone)
}

const git = async (folder: string, ...args: readonly string[]): Promise<void> => {
  await measure(['git', ...OPTIONS, ...args], { cwd: folder })
}
