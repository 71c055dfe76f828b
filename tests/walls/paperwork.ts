import type { Wall } from './project.ts'

const PLAN = 'src/ARCHITECTURE.md'
const FORMAT = 'src/archive/FORMAT.md'
const MIRRORED = /^tests\/((?:archive|publisher|reader|offline)\/.*)\.test\.tsx?$/

/** A place on a machine: an absolute path into a workplace or a folder for passing files. */
const MACHINE_PATH = /(?:file:\/\/|(?<![\w./-]))\/(?:work|tmp|home\/\w+|Users\/\w+)\//
/** Where packages come from is the business of whoever installs them; a page about a package is no registry. */
const REGISTRY =
  /\b(?:registry|npm|mirrors?|artifactory|nexus)(?:\.[a-z0-9-]+)*\.(?:com|org|net|cn|io|dev)\b|\bnpmmirror\.com/i

/** Written apart, so that this file does not break its own rule. */
const slashed = (...parts: readonly string[]): string => ['', ...parts].join('/')

const dependenciesOf = (text = '{}'): string[] =>
  Object.keys((JSON.parse(text) as { dependencies?: Record<string, string> }).dependencies ?? {})

export const PAPERWORK: readonly Wall[] = [
  {
    rule: 'each test of a part has a source of the same path',
    breaches: ({ files }) =>
      Object.keys(files).filter((path) => {
        const stem = MIRRORED.exec(path)?.[1]
        return stem && !['.ts', '.tsx', '.mjs'].some((end) => `src/${stem}${end}` in files)
      }),
    stands: [
      { 'tests/reader/a/b.test.tsx': '', 'src/reader/a/b.ts': '', 'tests/walls.test.ts': '' },
      { 'tests/reader/render-page.tsx': '' },
    ],
    falls: [[{ 'tests/archive/a.test.ts': '', 'src/a.ts': '' }, ['tests/archive/a.test.ts']]],
  },
  {
    rule: 'each run-time dependency has its reason in the plan',
    breaches: ({ files }) => {
      const reasons = (files[PLAN] ?? '').split('\n').filter((line) => /^[|-] .*[:|] *\S/.test(line))
      return dependenciesOf(files['package.json'])
        .filter((name) => !reasons.some((line) => line.split(/[\s|,:`]+/).includes(name)))
        .map((name) => `${PLAN}: does not name ${name}`)
    },
    stands: [
      {
        'package.json': '{"dependencies":{"react":"1"},"devDependencies":{"b":"1"}}',
        [PLAN]: '- `react`: why',
      },
    ],
    falls: [
      [
        { 'package.json': '{"dependencies":{"react":"1"}}', [PLAN]: 'react\n| react-dom | why |' },
        [`${PLAN}: does not name react`],
      ],
      [{ 'package.json': '{"dependencies":{"react":"1"}}' }, [`${PLAN}: does not name react`]],
    ],
  },
  {
    rule: 'each rule of FORMAT.md that the code points to is there, under that heading',
    breaches: ({ files, sources }) => {
      const headings = new Set(
        [...(files[FORMAT] ?? '').matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading),
      )
      return sources.flatMap(({ path, comments }) =>
        comments
          .flatMap(({ text }) => [...text.replace(/\s*\n\s*\*?\s*/g, ' ').matchAll(/FORMAT\.md, "([^"]+)"/g)])
          .filter(([, heading]) => !headings.has(heading))
          .map(([pointer]) => `${path}: ${pointer}`),
      )
    },
    stands: [
      { 'src/a.ts': '/**\n * FORMAT.md,\n * "From a\n * to b".\n */', [FORMAT]: '# F\n\n### From a to b\n' },
    ],
    falls: [
      [{ 'src/a.ts': '// FORMAT.md, "Part"', [FORMAT]: '## Parts\n' }, ['src/a.ts: FORMAT.md, "Part"']],
    ],
  },
  {
    rule: 'no file names a place on somebody’s machine, or a package registry',
    breaches: ({ files }) =>
      Object.entries(files).flatMap(([path, text]) =>
        text.split('\n').flatMap((line, index) => {
          return MACHINE_PATH.test(line) || REGISTRY.test(line) ? [`${path}:${index + 1}`] : []
        }),
      ),
    stands: [
      { 'README.md': `https://paper.example${slashed('work', 'a')} and src${slashed('tmp', 'b')}` },
      { 'README.md': `https://www.npmjs.com${slashed('package', 'vite')}` },
    ],
    falls: [
      [{ 'a.json': `\n{"path":"${slashed('work', 'a')}"}` }, ['a.json:2']],
      [{ 'src/a.ts': `f('${slashed('tmp', 'a')}')` }, ['src/a.ts:1']],
      [{ '.npmrc': `registry=https://${['registry', 'npmjs', 'org'].join('.')}` }, ['.npmrc:1']],
    ],
  },
]
