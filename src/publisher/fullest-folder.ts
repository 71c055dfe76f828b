import { dirname } from 'node:path'

/** The folder with the most files of its own, and how many they are; the site's own folder is the empty one. */
export const fullestFolder = (paths: Iterable<string>): { folder: string; files: number } => {
  const counts = new Map<string, number>()
  for (const path of paths) {
    const below = dirname(path)
    const folder = below === '.' ? '' : below
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  let fullest = { folder: '', files: 0 }
  for (const [folder, files] of counts) if (files > fullest.files) fullest = { folder, files }
  return fullest
}
