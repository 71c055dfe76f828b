// npm run bench -- NAME [--posts N]: runs tests/bench/NAME.ts, which prints what it measured.
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'

const folder = new URL('./', import.meta.url)
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
const usage = `npm run bench -- NAME [--posts N], with NAME one of: ${names.join(', ')}`

const read = () => {
  const { values, positionals } = parseArgs({
    options: { posts: { type: 'string' } },
    allowPositionals: true,
  })
  const posts = values.posts === undefined ? undefined : Number(values.posts)
  if (positionals.length !== 1 || !names.includes(positionals[0])) throw new Error(usage)
  if (posts !== undefined && !(Number.isInteger(posts) && posts > 0)) throw new Error(usage)
  return { name: positionals[0], posts }
}

try {
  const { name, posts } = read()
  const path = fileURLToPath(new URL(`${name}.ts`, folder))
  const { module } = await runnerImport(path, { configFile: false, logLevel: 'error' })
  await module.run({ posts })
} catch (thrown) {
  process.stderr.write(`bench: ${thrown instanceof Error ? thrown.message : thrown}\n`)
  process.exitCode = 1
}
