import { writeFileSync } from 'node:fs'
import { compare, type Problem } from './problems.ts'
import type { Published } from './publish.ts'

/** Problems of one kind that are shown on the console when there are many; the report has all. */
const SHOWN = 5

const NO_FEEDS =
  'no feeds and no sitemap, since they name whole addresses: _config.yml has no url such as https://news.example'

/** As many problems, of whatever kinds, are all shown. */
const FEW = 20

/** `file:line: what is wrong; what was done`, as compilers say it. A post's own words may steer no terminal. */
export const lineOf = ({ file, line, wrong, done }: Problem): string =>
  `${file}${line === undefined ? '' : `:${line}`}: ${wrong}; ${done}`.replace(/\p{Cc}/gu, '\uFFFD')

/** The lines that a publish ends with on the console: what came of the posts, and what was wrong, by kind. */
export const summarize = (published: Published, reportPath?: string): string[] => {
  const { problems } = published
  const lines = [`kanbao: ${outcomeOf(published)}`]
  if (published.use !== undefined) lines.push(`kanbao: ${published.use}`)
  if (published.root && published.root.site.feed === undefined) lines.push(`kanbao: ${NO_FEEDS}`)
  const refusal = published.refusal === undefined ? [] : [`kanbao: ${published.refusal}`]
  if (problems.length === 0) return [...lines, ...refusal]
  const most = reportPath !== undefined && problems.length > FEW ? SHOWN : problems.length
  lines.push(`kanbao: ${problems.length} problems`)
  for (const [kind, count] of Object.entries(countsOf(problems))) {
    const shown = problems.filter((problem) => problem.kind === kind).slice(0, most)
    lines.push(`  ${kind}: ${count}`, ...shown.map((problem) => `    ${lineOf(problem)}`))
    if (count > most) lines.push(`    and ${count - most} more`)
  }
  if (reportPath !== undefined)
    lines.push(`kanbao: ${most < problems.length ? 'all of them' : 'also'} in ${reportPath}`)
  return [...lines, ...refusal]
}

/** `45 posts: 44 articles in 3 categories, 1 folded into another`. */
const outcomeOf = ({ posts, articles, folded, unpublished, unreadable, categories }: Published): string =>
  [
    `${posts} posts: ${articles} articles in ${categories} categories`,
    `${folded} folded into another`,
    unpublished > 0 && `${unpublished} left out as their owner says`,
    unreadable > 0 && `${unreadable} that cannot be read`,
  ]
    .filter(Boolean)
    .join(', ')

/** How many problems there are of each kind, the most frequent first. */
const countsOf = (problems: readonly Problem[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { kind } of problems) counts[kind] = (counts[kind] ?? 0) + 1
  return Object.fromEntries(Object.entries(counts).sort(([a, m], [b, n]) => n - m || compare(a, b)))
}

/** Writes the report as JSON beside the output folder, never into it: it names files of the owner's. */
export const writeReport = (path: string, published: Published): void => {
  const { posts, articles, folded, unpublished, unreadable, problems, root } = published
  const outcome = { edition: root?.edition, posts, articles, folded, unpublished, unreadable }
  const feeds = root?.site.feed !== undefined
  const report = { ...outcome, feeds, counts: countsOf(problems), problems }
  writeFileSync(path, `${JSON.stringify(report, undefined, 2)}\n`)
}
