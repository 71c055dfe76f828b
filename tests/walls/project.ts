import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Files, readSource, type Source } from './read-source.ts'

/** The files that a wall looks at: the real ones, or a few in memory that show what the wall does. */
export interface Project {
  readonly files: Files
  /** The program files among them, sorted by path. */
  readonly sources: readonly Source[]
}

export const makeProject = (files: Files): Project => {
  const programs = Object.keys(files).filter((path) => /\.m?[jt]sx?$/.test(path))
  return { files, sources: programs.sort().map((path) => readSource(path, files[path] ?? '', files)) }
}

/** Files that are data from elsewhere or the package manager's own. */
const LEFT_OUT = /^content\/|^package-lock\.json$/

/** Every file that is tracked, or would be by `git add`, as text; files with a zero byte are no text. */
export const readProject = (root: URL): Project => {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const paths = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0')
  const files: Record<string, string> = {}
  for (const path of new Set(paths)) {
    if (!path || LEFT_OUT.test(path)) continue
    const file = join(fileURLToPath(root), path)
    // Deleted, but still in the index.
    if (!existsSync(file)) continue
    const text = readFileSync(file, 'utf8')
    if (!text.includes('\0')) files[path] = text
  }
  return makeProject(files)
}

/** A rule of STYLE.md or of the plan in ARCHITECTURE.md that neither the compiler nor the linter can check. */
export interface Wall {
  readonly rule: string
  /** What breaks the rule, one line each, beginning with the file. */
  readonly breaches: (project: Project) => readonly string[]
  /** Small projects that keep the rule. */
  readonly stands: readonly Files[]
  /** Small projects that break it, each with the breaches. */
  readonly falls: readonly (readonly [Files, readonly string[]])[]
}

export const under = (project: Project, ...folders: readonly string[]): readonly Source[] =>
  project.sources.filter(({ path }) => folders.some((folder) => path.startsWith(folder)))
