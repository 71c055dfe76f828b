// JavaScript, since this is what makes TypeScript run: Node does not in every version that Kanbao supports.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PROJECT, printerVersion, publisherVersion } from './source-version.mjs'

/** Each becomes `<name>.mjs`. */
const ENTRIES = {
  'publish-site': join(PROJECT, 'src/publisher/publish-site.ts'),
  worker: join(PROJECT, 'src/publisher/crew/worker.ts'),
}

/** The reader's own program for printing pages; the publisher knows it by its name alone. */
const OF_READER = { 'print-page': join(PROJECT, 'src/reader/print-page.tsx') }
export const PRINTER = 'print-page.mjs'

/** Beside the dependencies: the bundles ask for them by name. */
const PLACE = join(PROJECT, 'node_modules', '.kanbao')

/** A folder that begins with this holds programs. */
const PREFIX = 'programs-'

/**
 * The publisher, the program of its threads and the one that prints pages as JavaScript. They are made once for each
 * version, so that a publish need not start Vite.
 * @returns the folder they are in.
 */
export const bundlePrograms = async () => {
  const own = `${PREFIX}${publisherVersion()}-${printerVersion()}`
  const folder = join(PLACE, own)
  if (existsSync(folder)) return folder
  const partial = `${folder}-${process.pid}`
  await bundle(ENTRIES, partial, {})
  await bundle(OF_READER, partial, {
    // With all it needs, and React as it is for readers, whatever this is run for: else it would be the one for
    // development, or half of each.
    mode: 'production',
    oxc: { jsx: { runtime: 'automatic', development: false } },
    ssr: { noExternal: true },
    define: { 'process.env.NODE_ENV': '"production"' },
  })
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

/**
 * @param {Readonly<Record<string, string>>} input
 * @param {string} folder
 * @param {import('vite').InlineConfig} settings
 */
const bundle = async (input, folder, settings) => {
  const { build } = await import('vite')
  const built = await build({
    root: PROJECT,
    configFile: false,
    logLevel: 'silent',
    ...settings,
    build: {
      ssr: true,
      write: false,
      target: 'node20',
      rolldownOptions: {
        input,
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (!output || !('output' in output)) throw new Error('the publisher was not bundled')
  for (const file of output.output) {
    const target = join(folder, file.fileName)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, file.type === 'chunk' ? file.code : file.source)
  }
}
