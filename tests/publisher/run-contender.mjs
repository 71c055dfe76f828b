// Takes a turn as a publish in a process of its own does, and says on its output how far it is.
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const [, , how, where] = process.argv
const load = async (name) => {
  const path = fileURLToPath(new URL(`../../src/publisher/${name}.ts`, import.meta.url))
  return (await runnerImport(path, { configFile: false, logLevel: 'error' })).module
}
const say = (word) => process.stdout.write(`${word}\n`)

let giveBack
if (how === 'by-folder') {
  const { waitInFolder } = await load('turn-in-folder')
  giveBack = await waitInFolder(where, 'turn', () => say('waits'))
} else {
  const { waitForTurn } = await load('one-publish')
  giveBack = await waitForTurn(where, () => say('waits'))
}
say('writes')

// With 'and-end' nothing is left to do: the process must end though its turn was never given back.
if (how !== 'and-end') {
  const lines = createInterface({ input: process.stdin })
  await new Promise((told) => lines.once('line', told))
  say('is done')
  await giveBack()
  lines.close()
}
