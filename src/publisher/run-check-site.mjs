// Node runs no TypeScript of its own in every version that Kanbao supports: Vite, which is here anyway, reads it.
import { env, exit, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'

const { values } = parseArgs({ options: { strict: { type: 'boolean', default: env.STRICT === '1' } } })
const { module } = await runnerImport(fileURLToPath(new URL('check-site.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
})
const { lines, isSound } = await module.checkSite(env.SITE ?? 'content', values.strict)
stdout.write(`${lines.join('\n')}\n`, () => exit(isSound ? 0 : 1))
