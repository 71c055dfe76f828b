import { mkdtempSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { stopRunning } from './process-cost.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Gives a bench a folder for its gigabytes, which is gone when it ends, be it by Ctrl-C. */
export const inBenchFolder = async (work: (folder: string) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'kanbao-bench-'))
  // Again and again: what was just killed may still make a file in a folder that is being emptied.
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 9 })
  const leave = (signal: NodeJS.Signals): void => {
    stopRunning()
    remove()
    process.exit(128 + constants.signals[signal])
  }
  for (const signal of SIGNALS) process.once(signal, leave)
  try {
    await work(folder)
  } finally {
    for (const signal of SIGNALS) process.off(signal, leave)
    remove()
  }
}
