import type { FileRules } from './site-config.ts'

/** What a post's place in the site says of it. */
export interface PostPlace {
  readonly isDraft: boolean
  /** The folder of `kanbao.archive_dirs` that the post lies in. */
  readonly archiveDir: string | undefined
  /** The folders above `_posts`, which are categories: https://jekyllrb.com/docs/posts/#categories */
  readonly folders: readonly string[]
  /** The path that Jekyll calls relative: below `collections_dir`; of an archived post, the one it had in `_posts`. */
  readonly path: string
}

type PlaceRules = Pick<FileRules, 'collectionsDir' | 'archiveDirs'>

/** Reads the place of a post off its path, which is relative to the site folder. */
export const placeOf = (path: string, { collectionsDir, archiveDirs }: PlaceRules): PostPlace => {
  const archiveDir = archiveDirs.find((dir) => path.startsWith(`${dir}/`))
  if (archiveDir !== undefined)
    return { isDraft: false, archiveDir, folders: [], path: `_posts${path.slice(archiveDir.length)}` }
  const relative =
    collectionsDir && path.startsWith(`${collectionsDir}/`) ? path.slice(collectionsDir.length + 1) : path
  const isDraft = !relative.includes('_posts')
  const above = relative.slice(0, Math.max(0, relative.indexOf(isDraft ? '_drafts' : '_posts')))
  return { isDraft, archiveDir, folders: above.split('/').filter(Boolean), path: relative }
}
