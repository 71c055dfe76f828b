import type { Problem } from './problems.ts'
import type { FileRules } from './site-config.ts'
import { findPosts, findStaticFiles } from './stages/find-files.ts'

/** The files of a site, sorted, and what was wrong when they were looked for. */
export interface FoundFiles {
  readonly posts: readonly string[]
  readonly staticFiles: readonly string[]
  readonly problems: readonly Problem[]
}

/** A site whose files are looked for. */
export interface SiteFolder {
  readonly folder: string
  readonly config: FileRules
  /** What lies in the site and is no part of it. */
  readonly without: readonly string[]
}

/** @throws SiteError when there is no post at all. */
export const findSiteFiles = ({ folder, config, without }: SiteFolder): FoundFiles => {
  const problems: Problem[] = []
  const posts = findPosts(folder, config, problems)
  return { posts, staticFiles: findStaticFiles(folder, config, problems, without), problems }
}
