import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Cost {
  /** Seconds. */
  readonly wall: number
  readonly cpu: number
  /** The largest resident set of a single process, in bytes. */
  readonly memory: number
}

/** GNU time knows what a process and its children took; elsewhere /proc is asked while it runs. */
const GNU_TIME = '/usr/bin/time'
const hasGnuTime = process.platform === 'linux' && existsSync(GNU_TIME)
const POLLED_EVERY = 50

/**
 * Runs a Node program and measures it.
 * @throws Error with the program's last lines when it fails.
 */
export const measure = async (
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Cost> => {
  const report = join(tmpdir(), `kanbao-time-${process.pid}.txt`)
  const command = [...(hasGnuTime ? [GNU_TIME, '-v', '-o', report] : []), process.execPath, ...args]
  const start = performance.now()
  try {
    const polled = await finish(command, env)
    const wall = (performance.now() - start) / 1000
    return { wall, ...(hasGnuTime ? readReport(readFileSync(report, 'utf8')) : polled) }
  } finally {
    rmSync(report, { force: true })
  }
}

type Usage = Omit<Cost, 'wall'>

const readReport = (text: string): Usage => {
  const figure = (name: string): number =>
    Number(new RegExp(`${name}.*: ([\\d.]+)`).exec(text)?.[1] ?? Number.NaN)
  return {
    cpu: figure('User time') + figure('System time'),
    memory: figure('Maximum resident set size') * 1024,
  }
}

const finish = (command: readonly string[], env: Readonly<Record<string, string>>) =>
  new Promise<Usage>((resolve, reject) => {
    const [program = '', ...args] = command
    const child = spawn(program, args, {
      env: { ...process.env, NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const keep = (data: Buffer): void => {
      output = (output + data.toString()).slice(-2000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    let used: Usage = { cpu: Number.NaN, memory: Number.NaN }
    const poll = setInterval(() => {
      used = usageOf(child.pid) ?? used
    }, POLLED_EVERY)
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(poll)
      if (code === 0) resolve(used)
      else reject(new Error(`${command.join(' ')}\nended with ${code}:\n${output.trim()}`))
    })
  })

/** Linux only: clock ticks are hundredths of a second; VmHWM is the peak so far. */
const usageOf = (pid: number | undefined): Usage | undefined => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return { cpu: (Number(fields[11]) + Number(fields[12])) / 100, memory: Number(peak) * 1024 }
  } catch {
    return undefined // it has just ended, or this is no Linux
  }
}
