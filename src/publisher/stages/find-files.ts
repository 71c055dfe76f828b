import { type Dirent, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { globOf } from '../glob.ts'
import { noteFor, type Problem, SiteError } from '../problems.ts'
import type { FileRules } from '../site-config.ts'

/**
 * Lists the posts of a site, sorted, as paths relative to its folder: the files of every `_posts` (`_drafts` too,
 * where they are published) and of the archive folders.
 * @throws SiteError when there is no post at all: an empty edition would take every article off the site.
 */
export const findPosts = (folder: string, rules: FileRules, problems: Problem[]): string[] => {
  const extension = new RegExp(`\\.(${[...rules.markdownExt, 'html?'].filter(Boolean).join('|')})$`, 'i')
  const found: string[] = []
  const takeAll = (top: string): void => {
    // Jekyll looks at the names of posts alone: a hidden name between does not hide them, but for a dot.
    const inner = { folder, problems, isWanted: wantedIn(rules, top), isEntered: isNoDotFolder }
    for (const path of filesOf(inner, top)) {
      if (extension.test(path)) found.push(path)
      else
        noteFor(problems, path)(
          'file',
          'is no post: its extension is not one of Markdown or HTML',
          'left out',
          1,
        )
    }
  }
  const names = ['_posts', ...(rules.drafts ? ['_drafts'] : [])]
  const isWanted = wantedIn(rules)
  for (const dir of foldersOf({ folder, problems, isWanted, isEntered: isWanted }, '')) {
    // A folder for collections is where posts are, and nowhere else.
    if (!`${dir}/`.startsWith(rules.collectionsDir && `${rules.collectionsDir}/`)) continue
    for (const name of names) takeAll(dir ? `${dir}/${name}` : name)
  }
  for (const dir of rules.archiveDirs) takeAll(dir)
  if (found.length === 0)
    throw new SiteError(`${join(folder, rules.collectionsDir, '_posts')}: holds no posts`)
  // By code units, as it is without a rule of one's own, and twice as fast.
  // Folders may lie within one another: then a post is found more than once.
  return found.sort().filter((path, place) => path !== found[place - 1])
}

/** Lists what is no post and not hidden: what Jekyll copies as it is, and pages. */
export const findStaticFiles = (
  folder: string,
  rules: FileRules,
  problems: Problem[],
  without: readonly string[],
): string[] => {
  const isWanted = wantedIn(rules)
  const isOurs = (path: string): boolean =>
    !without.includes(join(folder, path)) && !rules.archiveDirs.includes(path) && isWanted(path)
  return filesOf({ folder, problems, isWanted: isOurs, isEntered: isOurs }, '').sort()
}

interface Walk {
  readonly folder: string
  readonly problems: Problem[]
  isWanted(path: string): boolean
  isEntered(path: string): boolean
}

const isNoDotFolder = (path: string): boolean => !/(^|\/)\.[^/]*$/.test(path)

const SPECIAL = /^[._~#]/

/**
 * Jekyll's filter of entries: a name is hidden by its first or last sign, or by `exclude`, unless `include` has it.
 * An entry is a path below `top` among posts, and elsewhere a name in its folder.
 */
const wantedIn = ({ include, exclude }: FileRules, top?: string) => {
  const isIncluded = matcherOf(include)
  const isExcluded = matcherOf(exclude.filter((each) => !include.includes(each)))
  return (path: string): boolean => {
    const name = path.slice(path.lastIndexOf('/') + 1)
    const entry = top === undefined ? name : path.slice(top.length + 1)
    if (name.endsWith('.')) return false
    if (isIncluded(entry) || (entry !== name && isIncluded(name))) return true
    return !isExcluded(path) && !SPECIAL.test(entry) && !SPECIAL.test(name) && !name.endsWith('~')
  }
}

/** A pattern names what it matches and, as in Jekyll, whatever begins with it. */
const matcherOf = (patterns: readonly string[]) => {
  const bare = patterns.map((pattern) => pattern.replace(/^\.?\/+/, '')).filter(Boolean)
  // Almost every path matches nothing: it is asked once, not once for each pattern.
  const beginnings = new RegExp(`^(?:${[...bare].map(escaped).join('|') || '(?!)'})`)
  const folders = new Set(
    bare.filter((pattern) => pattern.endsWith('/')).map((pattern) => pattern.slice(0, -1)),
  )
  const globs = bare.filter((pattern) => /[*?[{\\]/.test(pattern)).map((pattern) => globOf(pattern, true))
  return (path: string): boolean =>
    beginnings.test(path) || folders.has(path) || globs.some((glob) => glob.test(path))
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** `top` and the wanted folders below it. */
const foldersOf = (walk: Walk, top: string): string[] => [
  top,
  ...entriesOf(walk, top)
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => (top ? `${top}/${name}` : name))
    .filter((path) => walk.isEntered(path))
    .flatMap((path) => foldersOf(walk, path)),
]

const POST_NAME = /^\d{4}-\d\d?-\d\d?-.*\.\w+$/

/** Adds the files below a folder to `found`: a list for each folder would be another of a million paths. */
const filesOf = (walk: Walk, below: string, found: string[] = []): string[] => {
  const note = (path: string, what: string, done: string): void =>
    noteFor(walk.problems, path)('file', what, done, 1)
  for (const entry of entriesOf(walk, below)) {
    const path = below ? `${below}/${entry.name}` : entry.name
    if (entry.isDirectory()) {
      if (!walk.isEntered(path)) continue
      if (POST_NAME.test(entry.name)) note(path, 'is a folder named like a post', 'read the posts in it')
      filesOf(walk, path, found)
    } else if (walk.isWanted(path)) {
      if (entry.isFile() || isFile(join(walk.folder, path))) found.push(path)
      else note(path, 'is neither a file nor a folder', 'left out')
    }
  }
  return found
}

const entriesOf = ({ folder, problems }: Walk, below: string): readonly Dirent[] => {
  try {
    return readdirSync(join(folder, below), { withFileTypes: true })
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    if (code !== 'ENOENT' && code !== 'ENOTDIR')
      noteFor(problems, below)('file', `cannot be listed (${code})`, 'left out', 1)
    return []
  }
}

/** Follows a symbolic link to a file; links to folders are not followed, as they may run in circles. */
const isFile = (path: string): boolean => {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}
