// JavaScript, since this is what makes TypeScript run: Node does not in every version that Kanbao supports.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PROJECT, publisherVersion } from './source-version.mjs'

/** Each becomes `<name>.mjs`. */
const ENTRIES = {
  'publish-site': join(PROJECT, 'src/publisher/publish-site.ts'),
  worker: join(PROJECT, 'src/publisher/crew/worker.ts'),
}

/** Beside the dependencies: the bundles ask for them by name. */
const PLACE = join(PROJECT, 'node_modules', '.kanbao')

/** A folder that begins with this holds programs. */
const PREFIX = 'programs-'

/**
 * The publisher and the program of its threads as JavaScript. They are made once for each version of the publisher,
 * so that a publish need not start Vite.
 * @returns the folder they are in.
 */
export const bundlePrograms = async () => {
  const own = `${PREFIX}${publisherVersion()}`
  const folder = join(PLACE, own)
  if (existsSync(folder)) return folder
  const { build } = await import('vite')
  const built = await build({
    root: PROJECT,
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: true,
      write: false,
      target: 'node20',
      rolldownOptions: {
        input: ENTRIES,
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
  const partial = `${folder}-${process.pid}`
  const [output] = Array.isArray(built) ? built : [built]
  if (!output || !('output' in output)) throw new Error('the publisher was not bundled')
  for (const file of output.output) {
    const target = join(partial, file.fileName)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, file.type === 'chunk' ? file.code : file.source)
  }
  for (const name of readdirSync(PLACE)) {
    // A program has been loaded by now, but for what Liquid needs: that of another publish may be at work.
    if (name.startsWith(PREFIX) && !name.startsWith(own))
      rmSync(join(PLACE, name), { recursive: true, force: true })
  }
  try {
    renameSync(partial, folder)
  } catch (thrown) {
    // Another publish was quicker, and has made the same.
    if (!existsSync(folder)) throw thrown
    rmSync(partial, { recursive: true, force: true })
  }
  return folder
}
