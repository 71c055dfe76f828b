import { type Project, under, type Wall } from './project.ts'
import { countLines } from './read-source.ts'

const lines = (count: number): string => 'f()\n'.repeat(count)
const sourceLengths = (project: Project): number[] =>
  under(project, 'src/')
    .map((source) => source.lines)
    .sort((a, b) => a - b)

/** The smallest value that this share of the values does not pass (nearest rank). */
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0

const within = (what: string, value: number, least: number, most: number): string[] =>
  value >= least && value <= most ? [] : [`${what} is ${value}, not ${least} to ${most}`]

const total = (project: Project, which: RegExp): number =>
  Object.entries(project.files).reduce(
    (sum, [path, text]) => sum + (which.test(path) ? countLines(text) : 0),
    0,
  )

const commentShare = (project: Project): number => {
  const sources = under(project, 'src/')
  const sum = (of: 'lines' | 'commentLines') => sources.reduce((all, source) => all + source[of], 0)
  return Math.round((sum('commentLines') / Math.max(1, sum('lines'))) * 1000) / 10
}

/** Long files whose share of comment is far from the whole's; worth a look, but no breach. */
export const unevenComments = (project: Project): string[] =>
  under(project, 'src/')
    .filter(
      ({ lines: all, commentLines }) => all > 60 && (commentLines < 0.04 * all || commentLines > 0.3 * all),
    )
    .map(({ path, lines: all, commentLines }) => `${path}: ${commentLines} of ${all} lines are comment`)

const example = (...counts: readonly number[]) =>
  Object.fromEntries(counts.map((count, index) => [`src/${index}.ts`, lines(count)]))

export const LENGTHS: readonly Wall[] = [
  {
    rule: 'source files are short: median 40 to 90 lines, 90 % of them at most 200, none over 300',
    breaches: (project) => {
      const sorted = sourceLengths(project)
      return [
        ...within('the median', quantile(sorted, 0.5), 40, 90),
        ...within('the 90th percentile', quantile(sorted, 0.9), 0, 200),
        ...Object.entries(project.files)
          .filter(([path, text]) => /^src\/.*\.(tsx?|css)$/.test(path) && countLines(text) > 300)
          .map(([path, text]) => `${path}: ${countLines(text)} lines`),
      ]
    },
    stands: [example(30, 40, 200), example(50, 50, 50, 50, 50, 200, 200, 200, 200, 300)],
    falls: [
      [example(10, 20, 90), ['the median is 20, not 40 to 90']],
      [example(60, 91, 92), ['the median is 91, not 40 to 90']],
      [example(50, 50, 201), ['the 90th percentile is 201, not 0 to 200']],
      [{ ...example(50), 'src/a.css': 'a {}\n'.repeat(301) }, ['src/a.css: 301 lines']],
    ],
  },
  {
    rule: 'test files have at most 400 lines',
    breaches: (project) =>
      under(project, 'tests/')
        .filter((source) => source.lines > 400)
        .map((source) => `${source.path}: ${source.lines} lines`),
    stands: [{ 'tests/a.test.ts': lines(400) }],
    falls: [[{ 'tests/bench/run.mjs': lines(401) }, ['tests/bench/run.mjs: 401 lines']]],
  },
  {
    rule: 'test lines are 0.8 to 1.5 times source lines, fixtures included',
    breaches: (project) => {
      const source = total(project, /^src\/.*\.(tsx?|css)$/)
      const test = total(project, /^tests\/.*\.(tsx?|mjs|json|md|html|txt)$/)
      return within('tests to source', Math.round((test / Math.max(1, source)) * 100) / 100, 0.8, 1.5)
    },
    stands: [
      {
        'src/a.ts': lines(6),
        'src/a.css': '\n'.repeat(4),
        'tests/a.test.ts': lines(5),
        'tests/fixtures/b.md': '\n'.repeat(3),
      },
    ],
    falls: [
      [{ 'src/a.ts': lines(10), 'tests/a.test.ts': lines(7) }, ['tests to source is 0.7, not 0.8 to 1.5']],
      [{ 'src/a.ts': lines(10), 'tests/a.test.ts': lines(16) }, ['tests to source is 1.6, not 0.8 to 1.5']],
    ],
  },
  {
    rule: 'comments are 8 to 15 % of source lines',
    breaches: (project) => within('the percentage of comment', commentShare(project), 8, 15),
    stands: [{ 'src/a.ts': `/**\n * Why.\n */\n${lines(22)}` }],
    falls: [
      [
        {
          'src/a.tsx': `${lines(96)}// one\nf('// none') // nor this one\nf(<p>{/* two */}</p>)\nf(<p>\n{/* three */}\n</p>)\n`,
        },
        ['the percentage of comment is 2, not 8 to 15'],
      ],
      [{ 'src/a.ts': `/*\n\n\nlong */\n${lines(4)}` }, ['the percentage of comment is 25, not 8 to 15']],
    ],
  },
]
