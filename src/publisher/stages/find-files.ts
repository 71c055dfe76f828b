import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { compare, type Note, noteFor, type Problem, SiteError } from '../problems.ts'

/** Extensions of posts: Jekyll's default `markdown_ext`, and HTML. */
const POST = /\.(markdown|mkdown|mkdn|mkd|md|html?)$/i

/**
 * Lists the files of `_posts` and below, sorted, as paths relative to the site folder.
 * @throws SiteError when there is no post at all: an empty edition would take every article off the site.
 */
export const findPosts = (folder: string, problems: Problem[]): string[] => {
  const found: string[] = []
  walk(folder, '_posts', problems, (path, note) => {
    if (POST.test(path)) found.push(path)
    else note('file', 'is no post: its extension is not one of Markdown or HTML', 'left out')
  })
  if (found.length === 0) throw new SiteError(`${join(folder, '_posts')}: holds no posts`)
  return found.sort(compare)
}

/** Lists what Jekyll copies as it is: files outside folders and names that start with `_` or `.`. */
export const findStaticFiles = (folder: string, problems: Problem[], without: string): string[] => {
  const found: string[] = []
  walk(folder, '', problems, (path) => found.push(path), without)
  return found.sort(compare)
}

type Take = (path: string, note: Note) => void

const walk = (folder: string, below: string, problems: Problem[], take: Take, without = ''): void => {
  for (const entry of entriesOf(join(folder, below), below, problems)) {
    if (/^[._~#]/.test(entry.name) || /~$/.test(entry.name)) continue
    const path = below ? `${below}/${entry.name}` : entry.name
    const note = noteFor(problems, path)
    if (join(folder, path) === without || entry.name === 'node_modules') continue
    if (entry.isDirectory()) {
      if (POST.test(entry.name)) note('file', 'is a folder named like a post', 'read the posts in it')
      walk(folder, path, problems, take, without)
    } else if (entry.isFile() || isFile(join(folder, path))) take(path, note)
    else note('file', 'is neither a file nor a folder', 'left out')
  }
}

const entriesOf = (path: string, below: string, problems: Problem[]) => {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    if (code !== 'ENOENT') noteFor(problems, below)('file', `cannot be listed (${code})`, 'left out')
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
