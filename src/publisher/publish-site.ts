import { join, resolve } from 'node:path'
import { bundlePrograms, PRINTER } from './bundle-programs.mjs'
import { claimFolder, folderEdition } from './edition-folder.ts'
import { ledgerFolder } from './ledger/ledger.ts'
import { waitForTurn } from './one-publish.ts'
import { SiteError } from './problems.ts'
import { noProfile, startProfile } from './profile.ts'
import { showProgress } from './progress.ts'
import { publish } from './publish.ts'
import { keepApp, keptApp, publicFiles, type ReaderApp } from './reader-app.ts'
import { summarize, writeReport } from './report.ts'
import { appVersion, PROJECT } from './source-version.mjs'
import { readConfig } from './stages/read-config/read-config.ts'

/** What `npm run build` is told. */
export interface SiteOptions {
  /** The Jekyll site folder to publish. */
  readonly site: string
  /** The folder the edition goes to. */
  readonly out: string
  /** The folder of the ledger; beside `out` unless said. */
  readonly ledger?: string | undefined
  /** Makes any problem stop the publish; else the site's own `kanbao.strict` says. */
  readonly strict?: boolean
  /** Prints what each stage took. */
  readonly isProfiled?: boolean
}

/** Reads what the commands of package.json are told by. */
export const optionsFrom = (env: Readonly<Record<string, string | undefined>>): SiteOptions => ({
  site: env.SITE ?? 'content',
  out: env.OUT ?? 'dist',
  ledger: env.CACHE,
  strict: env.STRICT === '1',
  isProfiled: env.PROFILE === '1',
})

/** The folder of the ledger. */
export const ledgerOf = ({ ledger, out }: SiteOptions): string => resolve(ledger ?? ledgerFolder(out))

/** The path that a site stands below, with a slash at both ends. */
export const baseOf = (site: string): string => `${readConfig(resolve(site), () => {}).site.baseurl}/`

/** Where readers of all sites on this machine are kept. */
const SHARED = join(PROJECT, 'node_modules', '.kanbao')

/** Names the reader that a site needs by its version, and by what is built into it. */
const readerOf = ({ site }: SiteOptions, mode: string): string => appVersion(baseOf(site), mode)

/** The reader for a site, if it was built before: for this site, perhaps on another machine, or on this one. */
export const builtReader = (options: SiteOptions, mode = 'production'): ReaderApp | undefined => {
  const version = readerOf(options, mode)
  return keptApp(ledgerOf(options), version) ?? keptApp(SHARED, version)
}

/**
 * Publishes a site with a reader that is built: waits for its turn, writes edition and report, and logs what was done.
 * @returns whether the site was published; where it was not, what stands in `out` is as it was.
 * @throws SiteError for what is the owner's to mend.
 */
export const publishSite = async (
  options: SiteOptions,
  app: ReaderApp,
  log: (line: string) => void,
  mode = 'production',
): Promise<boolean> => {
  const { strict = false, isProfiled } = options
  const [site, out, ledger] = [resolve(options.site), resolve(options.out), ledgerOf(options)]
  const giveTurnBack = await waitForTurn(out, (what) => log(`kanbao: ${what}`))
  try {
    claimFolder(out, site)
    for (const shelf of [ledger, SHARED]) keepApp(shelf, readerOf(options, mode), app)
    const reportPath = `${options.out.replace(/[/\\]+$/, '')}.report.json`
    const profile = isProfiled ? startProfile() : noProfile
    const published = await publish({
      folder: site,
      edition: folderEdition(out),
      ledger,
      progress: showProgress(process.stderr, log),
      template: app.template,
      printer: join(await bundlePrograms(), PRINTER),
      app: new Map([...publicFiles(join(PROJECT, 'public')), ...app.files]),
      without: [out, ledger, resolve(reportPath)],
      strict,
      profile,
    })
    writeReport(reportPath, published)
    for (const line of [...summarize(published, reportPath), ...profile.table()]) log(line)
    return published.root !== undefined
  } finally {
    await giveTurnBack()
  }
}

/** A site error is the owner's to mend: one line says what and where. Anything else is a bug, and shows its stack. */
export const exitWith = (thrown: unknown): never => {
  if (!(thrown instanceof SiteError)) throw thrown
  process.stderr.write(`kanbao: ${thrown.message}\n`)
  process.exit(1)
}
