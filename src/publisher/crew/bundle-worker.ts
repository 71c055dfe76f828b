import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'vite'
import { PROJECT, publisherVersion } from '../source-version.ts'

const ENTRY = join(PROJECT, 'src/publisher/crew/worker.ts')

/** Beside the dependencies: the bundle asks for them by name. */
const PLACE = join(PROJECT, 'node_modules', '.kanbao')

/**
 * The program of a thread as JavaScript, since Node runs no TypeScript in every version that Kanbao supports.
 * It is made once for each version of the publisher.
 * @returns the path of the file.
 */
export const bundleWorker = async (): Promise<string> => {
  const folder = join(PLACE, `worker-${publisherVersion()}`)
  const path = join(folder, 'worker.mjs')
  if (existsSync(path)) return path
  const built = await build({
    root: PROJECT,
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: ENTRY,
      write: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'worker.mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
  })
  const partial = `${folder}-${process.pid}`
  const [output] = Array.isArray(built) ? built : [built]
  if (!output || !('output' in output)) throw new Error('the worker was not bundled')
  for (const file of output.output) {
    const target = join(partial, file.fileName)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, file.type === 'chunk' ? file.code : file.source)
  }
  for (const name of readdirSync(PLACE)) {
    // A thread has loaded its program by now, but for what Liquid needs: that of another publish may be at work.
    if (!name.startsWith(`worker-${publisherVersion()}`))
      rmSync(join(PLACE, name), { recursive: true, force: true })
  }
  try {
    renameSync(partial, folder)
  } catch (thrown) {
    // Another publish was quicker, and has made the same.
    if (!existsSync(path)) throw thrown
    rmSync(partial, { recursive: true, force: true })
  }
  return path
}
