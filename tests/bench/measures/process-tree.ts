import { readdirSync, readFileSync } from 'node:fs'

/** What a process and all that it started took. */
export interface TreeUsage {
  /** Seconds. */
  readonly cpu: number
  /** The largest sum of their resident sets at one moment, in bytes. */
  readonly memory: number
}

/** Linux: clock ticks are hundredths of a second, pages 4 kB. */
const [TICKS, PAGE] = [100, 4096]
const SAMPLED_EVERY = 100

/** The fields of a line of /proc/PID/stat that count here (proc(5)); the name before them may hold brackets. */
export const parseStat = (line: string): { session: number; ticks: number; pages: number } => {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  const at = (position: number): number => Number(fields[position - 3])
  return { session: at(6), ticks: at(14) + at(15), pages: at(24) }
}

/**
 * Samples every process of a session until the returned function is called. A session, as a process stays in it when
 * its parent has ended. Resident sets, as the exact share of each process (PSS) takes 10 ms a gigabyte to read, which
 * would slow down what is measured; pages that two processes share count twice. Without /proc there is no figure.
 */
export const watchTree = (session: number): (() => TreeUsage) => {
  const ticks = new Map<number, number>()
  let memory = 0
  const sample = (): void => {
    let pages = 0
    for (const pid of processes()) {
      const stat = readStat(pid)
      if (stat?.session !== session) continue
      ticks.set(pid, stat.ticks)
      pages += stat.pages
    }
    memory = Math.max(memory, pages * PAGE)
  }
  const timer = setInterval(sample, SAMPLED_EVERY)
  sample()
  return () => {
    clearInterval(timer)
    if (ticks.size === 0) return { cpu: Number.NaN, memory: Number.NaN }
    return { cpu: [...ticks.values()].reduce((sum, each) => sum + each, 0) / TICKS, memory }
  }
}

const processes = (): number[] =>
  process.platform === 'linux' ? readdirSync('/proc').map(Number).filter(Number.isInteger) : []

const readStat = (pid: number): ReturnType<typeof parseStat> | undefined => {
  try {
    return parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return undefined // it has just ended
  }
}
