import { type Project, under, type Wall } from './project.ts'
import type { Source } from './read-source.ts'

const importing = (...specifiers: readonly string[]): string =>
  specifiers.map((specifier) => `import '${specifier}'\n`).join('')

/** Breaches of a rule on single arrows: `isAllowed` is asked for every import that stays within the project. */
const forbid = (sources: readonly Source[], isAllowed: (from: string, to: string) => boolean): string[] =>
  sources.flatMap(({ path, imports }) =>
    imports.flatMap(({ target }) => (target && !isAllowed(path, target) ? [`${path} → ${target}`] : [])),
  )

/** Circles of imports, each once, from the file of the first name. */
const cyclesOf = ({ sources }: Project): string[] => {
  const targets = new Map(
    sources.map(({ path, imports }) => [path, imports.map(({ target }) => target ?? '')]),
  )
  const finished = new Set<string>()
  const cycles = new Set<string>()
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path)
    if (start >= 0) {
      const ring = trail.slice(start)
      const first = ring.indexOf([...ring].sort()[0] ?? '')
      cycles.add([...ring.slice(first), ...ring.slice(0, first), ring[first]].join(' → '))
    } else if (!finished.has(path)) {
      for (const target of targets.get(path) ?? []) visit(target, [...trail, path])
      finished.add(path)
    }
  }
  for (const path of targets.keys()) visit(path, [])
  return [...cycles].sort()
}

/** Folders of the reader on which all rooms stand, from the ground up; those of one floor do not know each other. */
const FLOORS = [['words', 'library'], ['asking']]
const READER = 'src/reader/'
const PARTS = ['src/archive/', 'src/publisher/', READER, 'src/offline/']
const partOf = (path: string): string | undefined => PARTS.find((part) => path.startsWith(part))

/** The floors by their number; above them the rooms, then the pages, then main, routes and their like. */
const storeyOf = (path: string): number => {
  const folder = roomOf(path)
  if (folder === '') return FLOORS.length + 2
  if (folder === 'pages') return FLOORS.length + 1
  const floor = FLOORS.findIndex((each) => each.includes(folder))
  return floor < 0 ? FLOORS.length : floor
}
const roomOf = (path: string): string => path.slice(READER.length).split('/').slice(0, -1)[0] ?? ''

const STAGES = 'src/publisher/stages/'
/** A stage is a file, or a folder of files that belong together. */
const stageOf = (path: string): string =>
  path.startsWith(STAGES) ? (path.slice(STAGES.length).split('/')[0] ?? '').replace(/\.[^.]+$/, '') : ''

export const ARROWS: readonly Wall[] = [
  {
    rule: 'imports never run in a circle, type imports included',
    breaches: cyclesOf,
    stands: [{ 'src/a.ts': importing('./b.ts', './c.ts'), 'src/b.ts': importing('./c.ts'), 'src/c.ts': '' }],
    falls: [
      [
        { 'src/b.ts': "import type { A } from './a'", 'src/a.ts': "export type B = import('./b.ts').B" },
        ['src/a.ts → src/b.ts → src/a.ts'],
      ],
      [{ 'src/a.ts': "export * from './a.ts'" }, ['src/a.ts → src/a.ts']],
      [
        {
          'src/a.ts': "await import('./b.ts')",
          'src/b.ts': "new Worker(new URL('./a.ts', import.meta.url))",
        },
        ['src/a.ts → src/b.ts → src/a.ts'],
      ],
    ],
  },
  {
    rule: 'the archive imports nothing but itself',
    breaches: (project) =>
      under(project, 'src/archive/').flatMap(({ path, imports }) =>
        imports
          .filter(({ target }) => !target?.startsWith('src/archive/'))
          .map(({ specifier }) => `${path} → ${specifier}`),
      ),
    stands: [
      { 'src/archive/a.ts': importing('./b.ts'), 'src/archive/b.ts': "// import 'react'\nf(\"import 'x'\")" },
    ],
    falls: [
      [
        { 'src/archive/a.ts': importing('node:fs', 'react', '../reader/main.tsx') },
        ['src/archive/a.ts → node:fs', 'src/archive/a.ts → react', 'src/archive/a.ts → ../reader/main.tsx'],
      ],
    ],
  },
  {
    rule: 'publisher, reader and offline import the archive and themselves, and never each other',
    breaches: (project) =>
      forbid(
        under(project, ...PARTS.slice(1)),
        (from, to) => to.startsWith(partOf(from) ?? '?') || to.startsWith('src/archive/'),
      ),
    stands: [{ 'src/publisher/a.ts': importing('../archive/day.ts', './b.ts', 'vite') }],
    falls: [
      [
        { 'src/publisher/a.ts': importing('../reader/main.tsx') },
        ['src/publisher/a.ts → src/reader/main.tsx'],
      ],
      [
        { 'src/reader/a/b.tsx': importing('../../publisher/p.ts') },
        ['src/reader/a/b.tsx → src/publisher/p.ts'],
      ],
      [{ 'src/offline/a.ts': importing('../reader/a.ts') }, ['src/offline/a.ts → src/reader/a.ts']],
      [{ 'src/reader/a.ts': importing('../../vite.config.ts') }, ['src/reader/a.ts → vite.config.ts']],
    ],
  },
  {
    rule: 'the wings meet in vite.config.ts alone',
    breaches: (project) =>
      project.sources
        .filter(({ path }) => !path.startsWith('tests/') && path !== 'vite.config.ts')
        .filter(({ path, imports }) => {
          const parts = new Set([partOf(path), ...imports.map(({ target }) => partOf(target ?? ''))])
          return parts.has('src/publisher/') && parts.has(READER)
        })
        .map(({ path }) => `${path} joins the wings`),
    stands: [{ 'vite.config.ts': importing('./src/publisher/vite-plugin.ts', './src/reader/server.tsx') }],
    falls: [
      [{ 'src/join.ts': importing('./publisher/a.ts', './reader/b.ts') }, ['src/join.ts joins the wings']],
    ],
  },
  {
    rule: 'in the reader: main → routes → pages → rooms → words and library; rooms do not know each other',
    breaches: (project) =>
      forbid(under(project, READER), (from, to) => {
        if (roomOf(from) === roomOf(to) || !to.startsWith(READER)) return true
        return storeyOf(to) < storeyOf(from)
      }),
    stands: [
      {
        'src/reader/main.tsx': importing('./routes.tsx', './base.css'),
        'src/reader/routes.tsx': importing('./pages/home.tsx', './search/search.tsx'),
        'src/reader/pages/home.tsx': importing(
          '../timeline/timeline.tsx',
          '../words/words.ts',
          './parts/a.tsx',
        ),
        'src/reader/timeline/timeline.tsx': importing(
          '../library/listing.ts',
          './row.tsx',
          '../../archive/day.ts',
        ),
      },
    ],
    falls: [
      [
        { 'src/reader/timeline/a.tsx': importing('../article/b.tsx', '../article/b.css', '../pages/c.tsx') },
        [
          'src/reader/timeline/a.tsx → src/reader/article/b.tsx',
          'src/reader/timeline/a.tsx → src/reader/article/b.css',
          'src/reader/timeline/a.tsx → src/reader/pages/c.tsx',
        ],
      ],
      [
        { 'src/reader/library/a.ts': importing('../words/b.ts') },
        ['src/reader/library/a.ts → src/reader/words/b.ts'],
      ],
      [
        { 'src/reader/words/a.ts': importing('../routes.tsx') },
        ['src/reader/words/a.ts → src/reader/routes.tsx'],
      ],
    ],
  },
  {
    rule: 'stages of the publisher do not know each other, nor who calls them',
    breaches: (project) =>
      forbid(
        under(project, STAGES),
        (from, to) =>
          stageOf(from) === stageOf(to) || !/^src\/publisher\/(stages\/|publish|vite-plugin)/.test(to),
      ),
    stands: [
      {
        'src/publisher/stages/clean-body/clean-body.ts': importing('./read-text.ts', '../../post.ts'),
        'src/publisher/stages/clean-body.ts': importing('./clean-body/clean-body.ts'),
      },
    ],
    falls: [
      [
        { 'src/publisher/stages/read-posts.ts': importing('./resolve-date.ts', '../publish.ts') },
        [
          'src/publisher/stages/read-posts.ts → src/publisher/stages/resolve-date.ts',
          'src/publisher/stages/read-posts.ts → src/publisher/publish.ts',
        ],
      ],
      [
        { 'src/publisher/stages/a/a.ts': importing('../b/b.ts') },
        ['src/publisher/stages/a/a.ts → src/publisher/stages/b/b.ts'],
      ],
    ],
  },
]
