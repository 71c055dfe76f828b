import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { CONTENT_SECURITY_POLICY } from '../../src/publisher/vite-plugin.ts'

const read = (name: string): string => readFileSync(`src/hosting/${name}`, 'utf8')
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

/** Scripts of package.json that a text runs. */
const scriptsIn = (text: string): string[] =>
  [...text.matchAll(/npm run ([\w-]+)/g)].map(([, name = '']) => name)

it.each(['README.md', 'README.zh.md'])('%s names every recipe', (readme) => {
  const text = readFileSync(readme, 'utf8')
  expect(readdirSync('src/hosting').filter((name) => !text.includes(`src/hosting/${name}`))).toEqual([])
})

/** Settings that the tables of a document name, the first column of which has them. */
const settingsIn = (readme: string): string[] =>
  [...readFileSync(readme, 'utf8').matchAll(/^\| `([a-z_-]+)` \|/gm)].map(([, name = '']) => name)

it('README.zh.md names no setting, command or host that README.md does not', () => {
  const names = settingsIn('README.md')
  expect(settingsIn('README.zh.md').length).toBeGreaterThan(20)
  expect(settingsIn('README.zh.md').filter((name) => !names.includes(name))).toEqual([])
  expect(scriptsIn(readFileSync('README.zh.md', 'utf8')).filter((name) => !(name in scripts))).toEqual([])
})

/** The command of a document that makes an owner's configuration of ours. */
const fillingIn = (readme: string): string =>
  /^sed [^|]*src\/hosting\/nginx\.conf/m.exec(readFileSync(readme, 'utf8'))?.[0] ?? 'false'

it.each(['README.md', 'README.zh.md'])('what %s tells an owner to put in is put in', (readme) => {
  const own = execFileSync('sh', ['-c', fillingIn(readme)], { encoding: 'utf8' })
  expect(own.match(/^ {4}(root|server_name|brotli_static) .*;$/gm)).toEqual([
    '    server_name news.example.com;',
    '    root /srv/paper;',
    '    brotli_static on;',
  ])
  expect(own).not.toMatch(/paper\.example|var\/www/)
})

it.each(readdirSync('src/hosting'))(
  '%s runs no command that there is not, and is written for nobody’s machine',
  (name) => {
    const text = read(name)
    expect(scriptsIn(text).filter((each) => !(each in scripts))).toEqual([])
    expect(text).toMatch(/paper\.example|github\.com\/you|repository: you|remote:bucket/)
  },
)

it.each(['nginx.conf', 'kanbao.caddyfile'])('%s has the very policy of the pages', (name) => {
  const [policy, ...more] = read(name).match(/default-src [^"]*/g) ?? []
  expect([policy, more]).toEqual([`${CONTENT_SECURITY_POLICY}; frame-ancestors 'self'`, []])
})

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly 'working-directory'?: string
}

interface Workflow {
  readonly on: { readonly push: unknown; readonly schedule: readonly { readonly cron: string }[] }
  readonly permissions: Readonly<Record<string, string>>
  readonly concurrency: { readonly group: string; readonly 'cancel-in-progress': boolean }
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>
}

describe('the workflow for GitHub Pages', () => {
  const workflow = load(read('github-pages.yml')) as Workflow
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps)
  const using = (action: string): Step | undefined => steps.find(({ uses }) => uses?.startsWith(`${action}@`))

  it('starts at a push and by the clock, one after another, with no more rights than it needs', () => {
    expect(Object.keys(workflow.on)).toEqual(['push', 'schedule', 'workflow_dispatch'])
    // GitHub starts none more often than each five minutes.
    expect(Number(/^\*\/(\d+) \* \* \* \*$/.exec(workflow.on.schedule[0]?.cron ?? '')?.[1])).toBeGreaterThan(
      4,
    )
    expect(workflow.permissions).toEqual({ contents: 'read', pages: 'write', 'id-token': 'write' })
    expect(workflow.concurrency).toEqual({ group: 'kanbao', 'cancel-in-progress': false })
  })

  it('takes actions of GitHub’s own, by their major version', () => {
    const used = steps.flatMap(({ uses = [] }) => uses)
    expect(used.filter((each) => !/^actions\/[\w-]+@v\d+$/.test(each))).toEqual([])
    expect(used.length).toBeGreaterThan(5)
  })

  it('publishes what it has checked out, carries output and cache along, and deploys the output', () => {
    const build = steps.find(({ run }) => run === 'npm run build')
    expect(build?.['working-directory']).toBe('kanbao')
    expect(build?.env).toEqual({ SITE: '../site', OUT: '../out' })
    const checkedOut = steps
      .filter(({ uses }) => uses?.startsWith('actions/checkout@'))
      .map((step) => step.with?.path)
    expect(checkedOut).toEqual(['site', 'kanbao'])
    const cache = using('actions/cache')?.with
    expect(cache?.path?.trim().split('\n')).toEqual(['out', 'out.cache'])
    expect(cache?.key?.startsWith(cache['restore-keys'] ?? '-')).toBe(true)
    expect(using('actions/upload-pages-artifact')?.with).toEqual({ path: 'out' })
    expect(steps.at(-1)?.uses).toMatch(/^actions\/deploy-pages@/)
  })

  it('has a Node that Kanbao runs with', () => {
    const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } }
    expect(engines.node).toContain(`^${using('actions/setup-node')?.with?.['node-version']}.`)
    expect(engines.node).toContain(`^${/NODE_VERSION = "(\d+)"/.exec(read('netlify.toml'))?.[1]}.`)
  })
})

it('the project is tested as anybody tests it, with each Node that it supports', () => {
  const text = readFileSync('.github/workflows/test.yml', 'utf8')
  const { jobs } = load(text) as {
    jobs: { test: { strategy: { matrix: { node: number[] } }; steps: Step[] } }
  }
  expect(jobs.test.steps.at(-1)?.run).toBe('.ci/run')
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } }
  expect(jobs.test.strategy.matrix.node).toEqual(
    [...engines.node.matchAll(/(\d+)\.\d+\.\d+/g)].map(([, major]) => Number(major)),
  )
})

it('Netlify publishes into the folder that it serves, and keeps it with its cache', () => {
  const text = read('netlify.toml')
  const [, command = ''] = /^ {2}command = "(.*)"$/m.exec(text) ?? []
  expect(command).toContain('OUT=$PWD/site npm run build')
  expect(() => execFileSync('sh', ['-n', '-c', command])).not.toThrow()
  expect(text).toMatch(/^ {2}publish = "site"$/m)
  expect(text).toMatch(/^ {4}paths = \["site", "site\.cache"\]$/m)
})
