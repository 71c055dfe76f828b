import { type Project, under, type Wall } from './project.ts'
import type { Source } from './read-source.ts'

/** Who may import what: the files, or how many at most when any may. */
const GATES: readonly (readonly [specifier: string, keepers: readonly string[] | number])[] = [
  ['dompurify', ['src/reader/article/safe-html.ts']],
  ['gray-matter', 1],
  ['hast-util-sanitize', 1],
  ['js-yaml', 2],
  ['tinypool', ['src/publisher/crew/crew.ts']],
]

/** Where a text becomes markup in a document: React's name for it, and the platform's. */
const REACT_SINK = 'dangerouslySetInnerHTML'
const SINKS = [REACT_SINK, 'innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcDoc', 'srcdoc']
const SINK_KEEPER = 'src/reader/article/article-body.tsx'

/** A stage that touches the disk says so in its first word. */
const TOUCHES_DISK = /^src\/publisher\/stages\/(find|read|write|copy|keep|prune)-/

const importersOf = (sources: readonly Source[], specifier: string): string[] =>
  sources
    .filter(({ imports }) =>
      imports.some((each) => each.specifier === specifier || each.specifier.startsWith(`${specifier}/`)),
    )
    .map(({ path }) => path)

const strangersAt = (project: Project, specifier: string, keepers: readonly string[] | number): string[] => {
  const importers = importersOf(under(project, 'src/'), specifier)
  if (typeof keepers === 'number')
    return importers.length <= keepers ? [] : [`${specifier}: imported by ${importers.join(', ')}`]
  return importers.filter((path) => !keepers.includes(path)).map((path) => `${path}: imports ${specifier}`)
}

export const SOLE_IMPORTERS: readonly Wall[] = [
  {
    rule: 'sanitizers, parsers of foreign text and threads have one door each',
    breaches: (project) => GATES.flatMap(([specifier, keepers]) => strangersAt(project, specifier, keepers)),
    stands: [
      { 'src/reader/article/safe-html.ts': "import DOMPurify from 'dompurify'" },
      {
        'src/publisher/a.ts': "import yaml from 'js-yaml'",
        'src/publisher/b.ts': "import { load } from 'js-yaml'",
      },
      { 'tests/a.test.ts': "import DOMPurify from 'dompurify'" },
    ],
    falls: [
      [{ 'src/reader/a.ts': "import 'dompurify'" }, ['src/reader/a.ts: imports dompurify']],
      [{ 'src/publisher/a.ts': "import 'tinypool'" }, ['src/publisher/a.ts: imports tinypool']],
      [
        { 'src/publisher/a.ts': "import 'gray-matter'", 'src/publisher/b.ts': "await import('gray-matter')" },
        ['gray-matter: imported by src/publisher/a.ts, src/publisher/b.ts'],
      ],
      [
        {
          'src/a.ts': "import 'hast-util-sanitize'",
          'src/b.ts': "import 'hast-util-sanitize/lib/schema.js'",
        },
        ['hast-util-sanitize: imported by src/a.ts, src/b.ts'],
      ],
    ],
  },
  {
    rule: 'text becomes markup in one file of the reader',
    breaches: (project) =>
      under(project, 'src/reader/', 'src/offline/').flatMap(({ path, names }) =>
        SINKS.filter((sink) => names.has(sink) && !(sink === REACT_SINK && path === SINK_KEEPER)).map(
          (sink) => `${path}: ${sink}`,
        ),
      ),
    stands: [{ [SINK_KEEPER]: `f(<p ${REACT_SINK}={x} />)`, 'src/reader/a.tsx': `// ${REACT_SINK}` }],
    falls: [
      [{ 'src/reader/a.tsx': `f(<p ${REACT_SINK}={x} />)` }, [`src/reader/a.tsx: ${REACT_SINK}`]],
      [{ 'src/reader/a.tsx': `f({ ${REACT_SINK}: x })` }, [`src/reader/a.tsx: ${REACT_SINK}`]],
      [{ [SINK_KEEPER]: 'node.innerHTML = x' }, [`${SINK_KEEPER}: innerHTML`]],
      [{ 'src/reader/a.ts': "node['outerHTML'] = x" }, ['src/reader/a.ts: outerHTML']],
    ],
  },
  {
    rule: 'only stages whose name says so touch the disk',
    breaches: (project) =>
      importersOf(under(project, 'src/publisher/stages/'), 'node:fs')
        .filter((path) => !TOUCHES_DISK.test(path))
        .map((path) => `${path}: imports node:fs`),
    stands: [{ 'src/publisher/stages/read-posts.ts': "import { readFile } from 'node:fs/promises'" }],
    falls: [
      [
        { 'src/publisher/stages/sanitize-body.ts': "import 'node:fs'" },
        ['src/publisher/stages/sanitize-body.ts: imports node:fs'],
      ],
    ],
  },
]
