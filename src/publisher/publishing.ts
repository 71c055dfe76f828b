import type { Crew } from './crew/crew.ts'
import type { Edition } from './edition.ts'
import type { OpenLedger } from './ledger/ledger.ts'
import type { Profile } from './profile.ts'
import type { Progress } from './progress.ts'
import type { Since } from './publish-memory.ts'
import type { SiteConfig } from './site-config.ts'

export interface PublishOptions {
  /** The Jekyll site folder. */
  readonly folder: string
  readonly edition: Edition
  readonly progress: Progress
  /** The built shell that pages are made from; without it (as in `vite` serving) no pages are written. */
  readonly template?: string | undefined
  /** The program that prints pages: see printer.ts. Without it they have a head of their own and no text. */
  readonly printer?: string | undefined
  /** Files of the reader, by path. */
  readonly app?: ReadonlyMap<string, string | Uint8Array>
  /** What a publish leaves: the folder of the edition, its ledger, its report. In the site folder they are no part of the site. */
  readonly without?: readonly string[]
  /** Makes any problem stop the publish, as `kanbao.strict` does. */
  readonly strict?: boolean
  /** The moment of the publish, in milliseconds since 1970; no byte of an edition hangs on it, but where `future` is false. */
  readonly now?: number
  /** The folder of the ledger, by which a publish knows what the one before did. Without it everything is done anew. */
  readonly ledger?: string | undefined
  /** Threads for many posts; as many as there are cores unless said. */
  readonly threads?: number
  /** Where the time of the stages is told. */
  readonly profile?: Profile
  /** What the publish before this one left in memory. It saves time alone: the edition is the same without it. */
  readonly since?: Since | undefined
  /** Paths of the only posts to publish, sorted; no other file of the site is then in the edition. */
  readonly only?: readonly string[]
  /** An archive of more articles is published without an index for searches. */
  readonly mostIndexed?: number
}

/** What all parts of a publish know. */
export interface Publishing extends PublishOptions {
  readonly profile: Profile
  readonly now: number
  readonly config: SiteConfig
  readonly crew: Crew
  readonly spool: string
  readonly known: OpenLedger
  /** What stands below `archive/`, where somebody looks already. */
  readonly standing?: Promise<ReadonlySet<string>>
  /** Stands for all that every article hangs on besides its post. */
  readonly version: string
}
