import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Note } from '../problems.ts'

/** Larger files are no snippets. */
const LARGEST = 200_000

/**
 * The files of `_includes`, by their path below it. Bodies can include these and nothing else of the disk: they are
 * read beforehand, symbolic links are not followed, and the renderer has no way to a file.
 */
export const readIncludes = (folder: string, note: Note): Readonly<Record<string, string>> => {
  const includes: Record<string, string> = Object.create(null)
  const read = (below: string): void => {
    for (const entry of readdirSync(join(folder, '_includes', below), { withFileTypes: true })) {
      const name = below + entry.name
      const path = join(folder, '_includes', name)
      if (entry.isDirectory()) read(`${name}/`)
      else if (entry.isFile() && statSync(path).size <= LARGEST) includes[name] = readFileSync(path, 'utf8')
      else note('file', `_includes/${name} is not a file of at most ${LARGEST / 1000} kB`, 'left it out')
    }
  }
  if (statSync(join(folder, '_includes'), { throwIfNoEntry: false })?.isDirectory()) read('')
  return includes
}
