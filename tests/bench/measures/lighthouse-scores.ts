import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { measure } from './process-cost.ts'
import { median } from './quantiles.ts'

/** What Lighthouse says of a page: scores from 0 to 100, times in milliseconds. */
export interface Scores {
  readonly performance: number
  readonly accessibility: number
  readonly bestPractices: number
  readonly seo: number
  readonly firstPaint: number
  readonly largestPaint: number
  readonly blocking: number
  readonly shift: number
  /** Of all answers, over the wire. */
  readonly bytes: number
  /** Audits that did not pass, by name, but for those of speed. */
  readonly failed: readonly string[]
}

export interface Lighthouse {
  readonly version: string
  /** The median of each figure over several runs, in a browser that is debugged at a port. */
  readonly scoresOf: (url: string, port: number, runs: number) => Promise<Scores>
}

/** The last that runs on all versions of Node that Kanbao does. */
const VERSION = '12'

/**
 * Lighthouse from the package registry, in a folder of its own: it weighs more than all of Kanbao's dependencies, and
 * whoever publishes has no use for it.
 * @throws Error where it is not to be had.
 */
export const installLighthouse = async (folder: string): Promise<Lighthouse> => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n')
  await measure(['npm', 'install', '--no-audit', '--no-fund', '--prefix', folder, `lighthouse@${VERSION}`])
  const installed = join(folder, 'node_modules', 'lighthouse')
  const { version } = readJson(join(installed, 'package.json')) as { version: string }
  return {
    version,
    async scoresOf(url, port, runs) {
      const all: Scores[] = []
      for (let run = 0; run < runs; run++) {
        const path = join(folder, 'result.json')
        const options = ['--quiet', '--no-enable-error-reporting', `--port=${port}`, '--output=json']
        await measure([
          process.execPath,
          join(installed, 'cli', 'index.js'),
          url,
          ...options,
          `--output-path=${path}`,
        ])
        all.push(readScores(readJson(path) as Result))
      }
      return middleOf(all)
    },
  }
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

/** A result of Lighthouse, as far as it is read here. */
interface Result {
  readonly audits: Readonly<Record<string, { readonly score: number | null; readonly numericValue?: number }>>
  readonly categories: Readonly<Record<string, Category>>
}

interface Category {
  readonly score: number | null
  readonly auditRefs: readonly { readonly id: string; readonly weight: number }[]
}

const readScores = ({ audits, categories }: Result): Scores => {
  const score = (name: string): number => Math.round((categories[name]?.score ?? Number.NaN) * 100)
  const figure = (name: string): number => audits[name]?.numericValue ?? Number.NaN
  const failed = ['accessibility', 'best-practices', 'seo']
    .flatMap((name) => categories[name]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
    firstPaint: figure('first-contentful-paint'),
    largestPaint: figure('largest-contentful-paint'),
    blocking: figure('total-blocking-time'),
    shift: figure('cumulative-layout-shift'),
    bytes: figure('total-byte-weight'),
    failed: failed.map(({ id }) => id),
  }
}

const middleOf = (all: readonly Scores[]): Scores => {
  const middle = (of: (scores: Scores) => number): number => median(all.map(of))
  return {
    performance: middle(({ performance }) => performance),
    accessibility: middle(({ accessibility }) => accessibility),
    bestPractices: middle(({ bestPractices }) => bestPractices),
    seo: middle(({ seo }) => seo),
    firstPaint: middle(({ firstPaint }) => firstPaint),
    largestPaint: middle(({ largestPaint }) => largestPaint),
    blocking: middle(({ blocking }) => blocking),
    shift: middle(({ shift }) => shift),
    bytes: middle(({ bytes }) => bytes),
    failed: [...new Set(all.flatMap(({ failed }) => failed))],
  }
}
