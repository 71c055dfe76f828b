import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT_PATH } from '../archive/shard-path.ts'
import { MANY_FILES, openCrew } from './crew/crew.ts'
import { nameOf, noEdition } from './edition.ts'
import { NO_LEDGER, type OpenLedger, openLedger } from './ledger/ledger.ts'
import type { Outcome } from './outcome.ts'
import { placesIn } from './pack-entries.ts'
import { prepareLiquid } from './prepare-liquid.ts'
import { type Note, noteFor, type Problem, sortProblems } from './problems.ts'
import { noProfile } from './profile.ts'
import { type PublishMemory, recall } from './publish-memory.ts'
import type { Publishing, PublishOptions } from './publishing.ts'
import { type ReadSite, readSite } from './read-site.ts'
import { spoolIn } from './reading-room.ts'
import { reviseEdition } from './revise-edition.ts'
import { type Readers, type SettledPosts, settlePosts } from './settle-posts.ts'
import type { SiteConfig } from './site-config.ts'
import { publisherVersion } from './source-version.mjs'
import { readConfig } from './stages/read-config/read-config.ts'
import { readIncludes } from './stages/read-includes.ts'
import { writeEdition } from './write-edition.ts'

/** What a publish did. */
export interface Published extends Outcome {
  /** For the next publish of the same site into the same folder; nothing where no ledger is kept. */
  readonly memory: PublishMemory | undefined
}

/**
 * Reads a site folder and writes an edition of it: the same folder gives the same bytes, whatever was published
 * before.
 * @throws SiteError when the configuration is broken or there is nothing to publish; a bad post never stops it.
 */
export const publish = async (options: PublishOptions): Promise<Published> => {
  const { folder, edition, ledger, now = Date.now(), profile = noProfile } = options
  const problems: Problem[] = []
  const note = noteFor(problems, '_config.yml')
  const config = readConfig(folder, note)
  await prepareLiquid(folder, config, note)
  const version = versionOf(folder, config)
  const since = ledger === undefined ? undefined : recall(options, version, config)
  const spool = ledger === undefined ? mkdtempSync(join(tmpdir(), 'kanbao-')) : spoolIn(ledger)
  const crew = openCrew(edition, options.threads, profile)
  try {
    const base = { ...options, now, profile, config, crew, spool, version }
    const revised = since && (await reviseEdition({ ...base, known: since.memory.ledger }, since))
    if (revised) return { ...revised.outcome, memory: revised }
    const open = (): OpenLedger =>
      profile.timed('open ledger', () => since?.memory.ledger ?? knownOf(options, version))
    const before = edition.get(ROOT_PATH)
    const isLarge = countIn(before) >= MANY_FILES
    const site = await readSite(
      {
        ...base,
        since,
        isLarge,
        isFirst: before === undefined,
        openLedger: open,
        without: options.without ?? [],
      },
      problems,
    )
    const standing = crew.shards(isLarge)
    // Whoever asks for it hears of what fails.
    standing.catch(() => {})
    const publishing: Publishing = { ...base, known: site.known, standing }
    const start = performance.now()
    const settled = await settle(site, publishing, problems)
    profile.add('settle', performance.now() - start, site.records.length, 0)
    const counts = {
      posts: site.posts,
      articles: settled.posts.length,
      folded: settled.folded,
      unpublished: settled.unpublished,
      unreadable: site.posts - site.records.length,
    }
    if (edition === noEdition) {
      const categories = new Set(settled.posts.flatMap((post) => post.categories.map(({ slug }) => slug)))
        .size
      const refusal = refusalOf(publishing, problems)
      return {
        root: undefined,
        ...counts,
        categories,
        refusal,
        use: undefined,
        memory: undefined,
        problems: sortProblems(problems),
      }
    }
    const { ledger: saved, ...written } = await writeEdition(publishing, site, settled, problems, () =>
      refusalOf(publishing, problems),
    )
    const outcome = { ...counts, ...written, problems: sortProblems(problems) }
    const { found, records } = site
    const { root } = outcome
    const { given } = settled
    const memory = root && saved && { version, root, ledger: saved, found, records, given, outcome }
    return { ...outcome, memory }
  } finally {
    await crew.close()
    rmSync(spool, { recursive: true, force: true })
  }
}

/** How many articles the edition in place says that it has. */
const countIn = (root: string | undefined): number => Number(/"count":(\d+)/.exec(root ?? '')?.[1] ?? 0)

const knownOf = ({ ledger, edition }: PublishOptions, version: string): OpenLedger =>
  ledger === undefined ? NO_LEDGER : openLedger(ledger, version, edition.get(ROOT_PATH))

const settle = (
  site: ReadSite,
  { config, now, known, edition }: Publishing,
  problems: Problem[],
): Promise<SettledPosts> => {
  const { room, records } = site
  const readers: Readers = {
    readAnswered: room.readAnswered,
    readOpenings(posts) {
      const days = new Set(posts.map(({ day }) => day))
      const months = [...known.months.values()]
      const places = placesIn(months.flatMap(({ entries }) => entries.filter(({ day }) => days.has(day))))
      return room.readOpenings(posts, (post) => places.get(post), edition)
    },
  }
  return settlePosts(records, { future: config.future, now }, readers, problems)
}

const versionOf = (folder: string, config: SiteConfig): string => {
  const quiet: Note = () => {}
  const includes = config.liquid ? readIncludes(folder, quiet) : {}
  return nameOf(JSON.stringify([publisherVersion(), config, includes]))
}

/** What an owner left out on purpose is no fault. */
const refusalOf = ({ strict, config }: Publishing, problems: readonly Problem[]): string | undefined =>
  (strict || config.strict) && problems.some(({ kind }) => kind !== 'unpublished')
    ? 'not published, since the publish is strict'
    : undefined
