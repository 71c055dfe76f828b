import { cpus, totalmem } from 'node:os'

/** The day of a run, and what it ran on; no name of a host or a folder. `other` is another program that took part. */
export const runOn = (hugo?: string, other?: string): { day: string; machine: string } => {
  const cores = cpus()
  const facts = [
    `${cores.length} × ${(cores[0]?.model ?? 'unknown processor').replace(/\s+/g, ' ').trim()}`,
    `${Math.round(totalmem() / 2 ** 30)} GB`,
    `Node ${process.versions.node}`,
    ...(hugo ? [`Hugo ${hugo}`] : []),
    ...(other ? [other] : []),
  ]
  return { day: new Date().toISOString().slice(0, 10), machine: facts.join(', ') }
}
