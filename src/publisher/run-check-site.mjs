// Node runs no TypeScript of its own in every version that Kanbao supports: Vite, which is here anyway, reads it.
import { env, exit, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const { module } = await runnerImport(fileURLToPath(new URL('check-site.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
})
const { lines, isSound } = await module.checkSite(env.SITE ?? 'content', env.STRICT === '1')
stdout.write(`${lines.join('\n')}\n`, () => exit(isSound ? 0 : 1))
