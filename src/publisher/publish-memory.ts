import type { Root } from '../archive/root.ts'
import { ROOT_PATH } from '../archive/shard-path.ts'
import type { Edition } from './edition.ts'
import type { FoundFiles } from './find-site-files.ts'
import type { OpenLedger } from './ledger/ledger.ts'
import type { Outcome } from './outcome.ts'
import { ownChanges } from './own-changes.ts'
import type { PostRecord } from './post-record.ts'
import type { FileRules } from './site-config.ts'

/** What a publish leaves to the next one of its process, which then need not ask the disk for it. */
export interface PublishMemory {
  /** Stands for all that every article hangs on besides its post. */
  readonly version: string
  readonly root: Root
  readonly ledger: OpenLedger
  readonly found: FoundFiles
  /** Of all posts that could be read, sorted by path. */
  readonly records: readonly PostRecord[]
  /** Addresses of articles that could not keep their own. */
  readonly given: ReadonlyMap<PostRecord, string>
  readonly outcome: Outcome
}

/** What is remembered, and what changed since it was so: paths as `watchFolder` tells them. */
export interface Since {
  readonly memory: PublishMemory
  readonly changed: ReadonlySet<string>
}

/** Nothing is recalled of another version, or when somebody else has written into the output folder meanwhile. */
export const recall = (
  { since, folder, edition }: { since?: Since | undefined; folder: string; edition: Edition },
  version: string,
  rules: FileRules,
): Since | undefined => {
  if (since?.memory.version !== version) return undefined
  const { memory, changed } = since
  if (edition.get(ROOT_PATH) !== JSON.stringify(memory.root)) return undefined
  return { memory, changed: ownChanges(folder, changed, memory.found, rules) }
}
