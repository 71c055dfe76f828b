import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { StandingPage } from '../../src/archive/printed-page.ts'
import { bundlePrograms, PRINTER } from '../../src/publisher/bundle-programs.mjs'

const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads')
import(workerData.program)
  .then(({ preparePrint }) => preparePrint(''))
  .then((print) => parentPort.postMessage(workerData.pages.map(([page, address]) => print(page, address))))
`

/** Prints pages as a publish does: in a thread that has no document, by the program that is bundled for it. */
export const printInThread = async (
  pages: readonly (readonly [page: StandingPage, address: string])[],
): Promise<string[]> => {
  const program = pathToFileURL(join(await bundlePrograms(), PRINTER)).href
  const worker = new Worker(PROGRAM, { eval: true, workerData: { program, pages } })
  try {
    return await new Promise<string[]>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
    })
  } finally {
    await worker.terminate()
  }
}
