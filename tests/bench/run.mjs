// npm run bench -- NAME …: runs tests/bench/NAME.ts, which prints what it measured and keeps it in RESULTS.md.
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'

const usage = `npm run bench -- publish [--posts 1000,20000,…] [--vs hugo]
       npm run bench -- push [--posts 1000,20000,…] [--push 50]
       npm run bench -- search [--posts 1000,20000,…] [--vs pagefind]
       npm run bench -- lighthouse [--posts 1000,20000,…]`

/** The options of each bench, with how their values are read; undefined is a value that cannot be. */
const number = (text) => (/^[1-9]\d*$/.test(text) ? Number(text) : undefined)
const numbers = (text) => {
  const all = text.split(',').map(number)
  return all.includes(undefined) ? undefined : [...new Set(all)].sort((a, b) => a - b)
}
const only = (wanted) => (text) => (text === wanted ? text : undefined)
const OPTIONS = {
  publish: { posts: numbers, vs: only('hugo') },
  push: { posts: numbers, push: number },
  search: { posts: numbers, vs: only('pagefind') },
  lighthouse: { posts: numbers },
}

const read = () => {
  const [name = '', ...rest] = process.argv.slice(2)
  const readers = Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : undefined
  if (!readers) throw new Error('which bench?')
  const options = Object.fromEntries(Object.keys(readers).map((each) => [each, { type: 'string' }]))
  const { values } = parseArgs({ args: rest, options })
  for (const [option, text] of Object.entries(values)) {
    values[option] = readers[option](text)
    if (values[option] === undefined) throw new Error(`--${option} cannot be ${text}`)
  }
  return { name, values }
}

const readOrExit = () => {
  try {
    return read()
  } catch (thrown) {
    process.stderr.write(`bench: ${thrown.message}\nusage: ${usage}\n`)
    process.exit(2)
  }
}

const { name, values } = readOrExit()
try {
  const path = fileURLToPath(new URL(`${name}.ts`, import.meta.url))
  const { module } = await runnerImport(path, { configFile: false, logLevel: 'error' })
  await module.run(values)
} catch (thrown) {
  process.stderr.write(`bench: ${thrown instanceof Error ? thrown.message : thrown}\n`)
  process.exitCode = 1
}
