import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Paths of all files below `archive/` of a folder: what stands there need not be written, what does not must be. */
export const standingShards = (folder: string | undefined): ReadonlySet<string> => {
  const paths = new Set<string>()
  if (folder === undefined) return paths
  const walk = (below: string): void => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      if (entry.isDirectory()) walk(`${below}/${entry.name}`)
      else paths.add(`${below}/${entry.name}`)
    }
  }
  walk('archive')
  return paths
}
