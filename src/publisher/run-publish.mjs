// npm run build [-- --profile] [-- --strict]: publishes SITE into OUT, as `vite build` does.
import { env } from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'vite'

const { values } = parseArgs({
  options: { profile: { type: 'boolean' }, strict: { type: 'boolean' } },
})
if (values.profile) env.PROFILE = '1'
if (values.strict) env.STRICT = '1'
// Relative paths in SITE and OUT are of where one stands.
await build({ root: fileURLToPath(new URL('../../', import.meta.url)) })
