import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TreeUsage, watchTree } from './process-tree.ts'

export interface Cost extends TreeUsage {
  /** Seconds. */
  readonly wall: number
}

/** Knows to the tick what a process and the children it waited for took; samples miss the last tenth of a second. */
const GNU_TIME = '/usr/bin/time'
const hasGnuTime = process.platform === 'linux' && existsSync(GNU_TIME)
const REPORT = join(tmpdir(), `kanbao-time-${process.pid}.txt`)

const running = new Set<ChildProcess>()

/** Ends what is being measured, with all that it started: a session of its own does not hear Ctrl-C. */
export const stopRunning = (): void => {
  for (const { pid } of running)
    try {
      if (pid) process.kill(-pid, 'SIGKILL')
    } catch {
      // It has just ended by itself.
    }
  rmSync(REPORT, { force: true })
}

/**
 * Runs a program and measures it with all that it starts.
 * @throws Error with the program's last lines when it fails.
 */
export const measure = async (
  command: readonly string[],
  { env = {}, cwd }: { env?: Readonly<Record<string, string>>; cwd?: string } = {},
): Promise<Cost> => {
  const timed = [...(hasGnuTime ? [GNU_TIME, '-f', '%U %S', '-o', REPORT] : []), ...command]
  const start = performance.now()
  try {
    const sampled = await finish(timed, env, cwd)
    const wall = (performance.now() - start) / 1000
    const waited = hasGnuTime ? secondsIn(readFileSync(REPORT, 'utf8')) : 0
    return { wall, memory: sampled.memory, cpu: Math.max(sampled.cpu, waited) }
  } finally {
    rmSync(REPORT, { force: true })
  }
}

const secondsIn = (report: string): number =>
  report
    .trim()
    .split(/\s+/)
    .reduce((sum, each) => sum + Number(each), 0)

const finish = (
  command: readonly string[],
  env: Readonly<Record<string, string>>,
  cwd: string | undefined,
): Promise<TreeUsage> =>
  new Promise((resolve, reject) => {
    const [program = '', ...args] = command
    const child = spawn(program, args, {
      env: { ...process.env, NODE_ENV: 'production', ...env },
      cwd,
      detached: true, // a session of its own, by which the tree is known
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.add(child)
    const used = watchTree(child.pid ?? 0)
    let output = ''
    const keep = (data: Buffer): void => {
      output = (output + data.toString()).slice(-2000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (thrown) => {
      used()
      running.delete(child)
      reject(thrown)
    })
    child.on('close', (code) => {
      const usage = used()
      running.delete(child)
      if (code === 0) resolve(usage)
      else reject(new Error(`${command.join(' ')}\nended with ${code}:\n${output.trim()}`))
    })
  })
