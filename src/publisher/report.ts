import { writeFileSync } from 'node:fs'
import type { Problem } from './problems.ts'
import type { Published } from './publish.ts'

/** Problems shown on the console; the report has all. */
const SHOWN = 20

/** `file:line: what is wrong; what was done`, as compilers say it. A post's own words may steer no terminal. */
export const lineOf = ({ file, line, wrong, done }: Problem): string =>
  `${file}${line === undefined ? '' : `:${line}`}: ${wrong}; ${done}`.replace(/\p{Cc}/gu, '\uFFFD')

/** The lines that a publish ends with on the console. */
export const summarize = (published: Published, reportPath: string): string[] => {
  const { posts, articles, folded, problems, root } = published
  const lines = [
    `kanbao: ${posts} posts: ${articles} articles in ${root.categories.count} categories, ${folded} folded into another`,
  ]
  if (problems.length === 0) return lines
  const counts = Object.entries(countsOf(problems)).map(([kind, count]) => `${kind} ${count}`)
  lines.push(`kanbao: ${problems.length} problems (${counts.join(', ')})`)
  lines.push(...problems.slice(0, SHOWN).map((problem) => `  ${lineOf(problem)}`))
  lines.push(
    problems.length > SHOWN
      ? `kanbao: and ${problems.length - SHOWN} more, all in ${reportPath}`
      : `kanbao: also in ${reportPath}`,
  )
  return lines
}

const countsOf = (problems: readonly Problem[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { kind } of problems) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

/** Writes the report as JSON beside the output folder, never into it: it names files of the owner's. */
export const writeReport = (path: string, { posts, articles, folded, problems, root }: Published): void => {
  const report = { edition: root.edition, posts, articles, folded, counts: countsOf(problems), problems }
  writeFileSync(path, `${JSON.stringify(report, undefined, 2)}\n`)
}
