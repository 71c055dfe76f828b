// npm run build [-- --profile] [-- --strict]: publishes SITE into OUT, as `vite build` does.
import { join } from 'node:path'
import { env, stdout } from 'node:process'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { bundlePrograms } from './bundle-programs.mjs'
import { PROJECT } from './source-version.mjs'

const { values } = parseArgs({
  options: { profile: { type: 'boolean' }, strict: { type: 'boolean' } },
})
if (values.profile) env.PROFILE = '1'
if (values.strict) env.STRICT = '1'
const { builtReader, exitWith, optionsFrom, publishSite } = await import(
  pathToFileURL(join(await bundlePrograms(), 'publish-site.mjs')).href
)
try {
  const options = optionsFrom(env)
  const reader = builtReader(options)
  if (reader) {
    const isPublished = await publishSite(options, reader, (/** @type {string} */ line) =>
      stdout.write(`${line}\n`),
    )
    if (!isPublished) process.exitCode = 1
  } else {
    const { build } = await import('vite')
    // Relative paths in SITE and OUT are of where one stands.
    await build({ root: PROJECT })
  }
} catch (thrown) {
  exitWith(thrown)
}
