import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { nameOf } from '../edition.ts'
import { SiteError } from '../problems.ts'

/** A file begins with the name of what follows, and a line feed. */
const NAME_LENGTH = 12

/**
 * Writes a file that can tell whether it is whole.
 * @throws SiteError when the place for the cache is none: another can be named.
 */
export const writeWhole = (path: string, text: string): void => {
  try {
    mkdirSync(dirname(path), { recursive: true })
    const partial = `${path}.partial`
    writeFileSync(partial, `${nameOf(text)}\n${text}`)
    renameSync(partial, path)
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    throw new SiteError(`${path}: cannot be written (${code}); CACHE names another folder`)
  }
}

/** Reads such a file; nothing when it is missing, cut off or changed. */
export const readWhole = (path: string): string | undefined => {
  try {
    const bytes = readFileSync(path)
    const text = bytes.subarray(NAME_LENGTH + 1)
    return bytes.toString('latin1', 0, NAME_LENGTH + 1) === `${nameOf(text)}\n` ? text.toString() : undefined
  } catch {
    return undefined
  }
}

/** The names in a folder; none when there is no such folder. */
export const listFiles = (folder: string): string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Removes a file, if it is there. */
export const removeFile = (path: string): void => rmSync(path, { force: true })
