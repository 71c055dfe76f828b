import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll } from 'vitest'

const run = promisify(execFile)

/** The real posts, where the project's shared folder stands beside it. */
export const FINEWS = resolve('../shared/archives/finews')

const folders: string[] = []

/** A new empty folder that goes away after the file's journeys. */
export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'kanbao-'))
  folders.push(folder)
  return folder
}

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** Publishes a site as its owner would, with `npm run build`; returns the output folder and what was printed. */
export const buildSite = async (
  site: string,
  out = join(newFolder(), 'out'),
): Promise<{ out: string; printed: string }> => {
  const env = { ...process.env, SITE: site, OUT: out, NODE_ENV: 'production' }
  const { stdout, stderr } = await run(process.execPath, ['src/publisher/run-publish.mjs'], { env })
  return { out, printed: stdout + stderr }
}

/** Writes a site folder: path → content. */
export const writeSite = (files: Readonly<Record<string, string>>): string => {
  const folder = newFolder()
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}
