import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import type { FoundFiles } from './find-site-files.ts'
import { finder } from './place-finder.ts'
import type { FileRules } from './site-config.ts'

/**
 * Leaves out of what changed the traces of editors and other programs: files that were not there before and are gone
 * again, and those that no site has for their dot. Where it is not certain, a path stays.
 */
export const ownChanges = (
  folder: string,
  changed: ReadonlySet<string>,
  found: FoundFiles,
  rules: FileRules,
): ReadonlySet<string> => {
  const finders = [finder({ sorted: found.posts }), finder({ sorted: found.staticFiles })]
  const isFound = (path: string): boolean => finders.some((find) => find(path) !== undefined)
  const isOfFound = (path: string): boolean =>
    [...found.posts, ...found.staticFiles].some((each) => each.startsWith(`${path}/`)) ||
    found.problems.some(({ file }) => `${file}/`.startsWith(`${path}/`))
  const isGone = (path: string): boolean =>
    !isFound(path) && isNothing(join(folder, path)) && !isOfFound(path)
  const isAsked = (path: string): boolean =>
    rules.include.some((each) => /[*?[{]/.test(each) || path.includes(each)) ||
    rules.archiveDirs.some((dir) => path.startsWith(dir))
  const isHidden = (path: string): boolean => /(^|\/)\./.test(path) && !isFound(path) && !isAsked(path)
  return new Set([...changed].filter((path) => path === '' || !(isHidden(path) || isGone(path))))
}

const isNothing = (path: string): boolean => {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) === undefined
  } catch {
    return false
  }
}
