import { type Project, under, type Wall } from './project.ts'

/** Words that name a drawer instead of an idea. */
const DRAWERS = [
  'util',
  'helper',
  'common',
  'shared',
  'misc',
  'lib',
  'core',
  'hook',
  'type',
  'constant',
  'manager',
]
const isDrawer = (word: string): boolean => DRAWERS.includes(word) || DRAWERS.includes(word.replace(/s$/, ''))

const isNamed = (path: string): boolean => /^(src|tests)\//.test(path) && !path.startsWith('tests/fixtures/')

const named = (project: Project, isWrong: (word: string) => boolean): string[] =>
  Object.keys(project.files).filter(
    (path) =>
      isNamed(path) &&
      path
        .split('/')
        .map((part) => part.replace(/\..*$/, ''))
        .some(isWrong),
  )

/** A suppression and the reason that must follow it. */
const SUPPRESSION =
  /@ts-(?:ignore|expect-error|nocheck)|(?:biome|eslint|oxlint)-(?:ignore|disable)\S*|v8 ignore/
const hasReason = (text: string): boolean => {
  const [, after = ''] = text.split(new RegExp(`(?:${SUPPRESSION.source})(?:\\s+lint/\\S+?)?(?=[:\\s]|$)`))
  return /\p{L}.*\s.*\p{L}/u.test(after.replace(/^[:\s-]+/, ''))
}

export const HABITS: readonly Wall[] = [
  {
    rule: 'no file or folder is a drawer',
    breaches: (project) =>
      named(
        project,
        (word) => isDrawer(word) || word.split('-').some((part) => /^(util|helper|misc)s?$/.test(part)),
      ),
    stands: [
      { 'src/reader/library/shard-kinds.ts': '', 'tests/fixtures/common.md': '', 'src/typeset.ts': '' },
    ],
    falls: [
      [{ 'src/utils/a.ts': '', 'src/a/types.ts': '' }, ['src/utils/a.ts', 'src/a/types.ts']],
      [
        { 'tests/date-helpers.ts': '', 'src/reader/hooks/use-a.ts': '' },
        ['tests/date-helpers.ts', 'src/reader/hooks/use-a.ts'],
      ],
    ],
  },
  {
    rule: 'names are in kebab-case',
    breaches: (project) =>
      named(
        project,
        (word) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(word) && !/^(ARCHITECTURE|FORMAT|RESULTS)$/.test(word),
      ),
    stands: [
      { 'src/archive/FORMAT.md': '', 'src/archive/day.test.ts': '', 'src/tsconfig.base.json': '{}' },
      { 'tests/bench/RESULTS.md': '' },
    ],
    falls: [
      [
        { 'src/reader/Timeline.tsx': '', 'src/use_late.ts': '' },
        ['src/reader/Timeline.tsx', 'src/use_late.ts'],
      ],
    ],
  },
  {
    rule: 'no file only passes on what others export',
    breaches: (project) => project.sources.filter(({ isBarrel }) => isBarrel).map(({ path }) => path),
    stands: [{ 'src/a.ts': "import './b.ts'", 'src/c.ts': "export { a } from './d.ts'\nexport const b = 1" }],
    falls: [
      [{ 'src/a.ts': "export * from './b.ts'\nexport { c } from './c.ts'" }, ['src/a.ts']],
      [{ 'src/a.ts': "import { b } from './b.ts'\nexport { b }" }, ['src/a.ts']],
    ],
  },
  {
    rule: 'no default exports outside configuration',
    breaches: (project) =>
      project.sources
        .filter(({ path, hasDefaultExport }) => hasDefaultExport && !/^[^/]+\.config\.ts$/.test(path))
        .map(({ path }) => path),
    stands: [{ 'vite.config.ts': 'export default {}', 'src/a.ts': "f('export default 1')" }],
    falls: [
      [{ 'src/a.ts': 'export default 1' }, ['src/a.ts']],
      [{ 'src/a.ts': 'const a = 1\nexport { a as default }' }, ['src/a.ts']],
    ],
  },
  {
    rule: 'nothing is of type any',
    breaches: (project) =>
      project.sources.flatMap(({ path, anyLines }) => anyLines.map((line) => `${path}:${line}`)),
    stands: [{ 'src/a.ts': "// any\nf('any', { any: 1 })" }],
    falls: [[{ 'src/a.ts': 'f()\nconst a: Record<string, any> = b as any' }, ['src/a.ts:2', 'src/a.ts:2']]],
  },
  {
    rule: 'who silences a check says why',
    breaches: (project) =>
      under(project, '').flatMap(({ path, comments }) =>
        comments
          .filter(({ text }) => SUPPRESSION.test(text) && !hasReason(text))
          .map(({ line }) => `${path}:${line}`),
      ),
    stands: [
      { 'src/a.ts': '// @ts-expect-error the types of this version miss the field\nf(x)' },
      { 'src/a.ts': "// biome-ignore lint/a/b: the list never changes its order\nf('@ts-ignore')" },
    ],
    falls: [
      [{ 'src/a.ts': '// @ts-expect-error\nf(x)' }, ['src/a.ts:1']],
      [{ 'src/a.ts': 'f()\n// biome-ignore lint/suspicious/noConsole: ok\nf(x)' }, ['src/a.ts:2']],
      [{ 'src/a.ts': '/* @ts-nocheck */\nf(x)' }, ['src/a.ts:1']],
    ],
  },
]
