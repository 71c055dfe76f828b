import { compressedPaths, compressionFor, filesOfText } from './compressed-files.ts'
import { standingBeside } from './crew/compress-files.ts'
import { addWeights, NO_WEIGHT, type Weight, weightOfFile } from './edition-weight.ts'
import { fullestFolder } from './fullest-folder.ts'
import { HOST_BUDGETS, type HostName } from './host-budgets.ts'
import type { Usage } from './host-use.ts'
import type { PackedMemo } from './ledger/month-file.ts'
import { paceOf } from './pace.ts'
import type { EditionPlan } from './plan-edition.ts'
import { pagesIn } from './plan-entries.ts'
import type { PostRecord } from './post-record.ts'
import type { Publishing } from './publishing.ts'

/** What the edition takes of its host, what stays of earlier ones for a while not counted. */
export const usageOf = (
  publishing: Publishing,
  plan: EditionPlan,
  entries: readonly PackedMemo[],
  others: readonly Weight[],
  articles: number,
): Usage => {
  const { fresh, known, copied } = plan.files
  const standing = copied.filter((path) => !fresh.includes(path))
  const { host } = publishing.config
  const compression = compressionFor(publishing)
  const ofText = filesOfText(compression)
  const weights = [
    ...others,
    ...entries.map(({ weight }) => weight),
    ...standing.map((path) => weightOfFile(path, known.get(path)?.bytes ?? 0)),
    ...(ofText > 1 ? standing.map((path) => standingBeside(publishing.edition, path) ?? NO_WEIGHT) : []),
  ]
  const { files, bytes, largest } = weights.reduce(addWeights)
  const pace = paceOf(entries.map(({ day, posts }) => [day, posts.length]))
  const fullest = fullestIn(host, plan, ofText)
  const { pages } = plan
  return {
    files: files + ofText + MARK_FILE,
    bytes,
    largest,
    fullest,
    articles,
    pages,
    compression,
    pace,
  }
}

/** What the edition takes at the very least, as far as that can be told before anything is packed. */
export const leastUsage = (
  publishing: Publishing,
  plan: EditionPlan,
  posts: readonly PostRecord[],
): Usage => {
  const compression = compressionFor(publishing)
  const ofText = filesOfText(compression)
  const { pages } = plan
  const files = pages * ofText + plan.otherFiles
  const bytes = posts.reduce((total, post) => total + post.bytes, 0)
  const largest = { path: '', bytes: 0 }
  const fullest = fullestIn(publishing.config.host, plan, ofText)
  return { files, bytes, largest, fullest, articles: posts.length, pages, compression, pace: 0 }
}

/** Few hosts count by folders, and to look at every path takes a while. */
const fullestIn = (host: HostName, plan: EditionPlan, ofText: number): Usage['fullest'] =>
  Number.isFinite(HOST_BUDGETS[host].folderFiles)
    ? fullestFolder(withCompressed(pagePaths(plan), ofText))
    : { folder: '', files: 0 }

/** As if each text had its compressed files: few are too small for that. */
const withCompressed = function* (paths: Iterable<string>, ofText: number): Generator<string> {
  for (const path of paths) {
    yield path
    if (ofText > 1) yield* compressedPaths(path)
  }
}

/** Put before the edition is written; so is the root behind it, which counts as a text. */
const MARK_FILE = 1

const pagePaths = function* ({ entries, lists, files, keyed }: EditionPlan): Generator<string> {
  for (const entry of entries) for (const pages of pagesIn(entry)) yield* pages
  yield* lists.keys()
  for (const { path } of keyed) yield path
  yield* files.copied
}
