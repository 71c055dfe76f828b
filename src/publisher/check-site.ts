import { noEdition } from './edition.ts'
import { SiteError } from './problems.ts'
import { silentProgress } from './progress.ts'
import { publish } from './publish.ts'
import { summarize } from './report.ts'

/** What a look at a site found. */
export interface SiteCheck {
  /** For the console: every problem is there. */
  readonly lines: readonly string[]
  /** False when the site could not be published: it cannot be read, or it is strict and has problems. */
  readonly isSound: boolean
}

/** Goes through a whole site as a publish does, and writes nothing. */
export const checkSite = async (folder: string, strict: boolean): Promise<SiteCheck> => {
  try {
    const published = await publish({ folder, edition: noEdition, progress: silentProgress, strict })
    return { lines: summarize(published), isSound: published.refusal === undefined }
  } catch (thrown) {
    if (!(thrown instanceof SiteError)) throw thrown
    return { lines: [`kanbao: ${thrown.message}`], isSound: false }
  }
}
