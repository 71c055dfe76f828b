import { spawn } from 'node:child_process'
import { onTestFinished } from 'vitest'

export interface Contender {
  readonly said: readonly string[]
  /** Resolves when the process has said a word. */
  hears(word: string): Promise<void>
  finish(): void
  kill(): void
  readonly ended: Promise<number | null>
}

/** A process that wants its turn; `story` gets what all of them say, in the order in which it came about. */
export const startContender = (
  how: 'by-folder' | 'by-system' | 'and-end',
  where: string,
  name: string,
  story: string[],
): Contender => {
  const child = spawn(process.execPath, ['tests/publisher/run-contender.mjs', how, where], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said: string[] = []
  const waiting = new Map<string, () => void>()
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    for (const word of text.split('\n').filter(Boolean)) {
      said.push(word)
      story.push(`${name} ${word}`)
      waiting.get(word)?.()
    }
  })
  return {
    said,
    hears: (word) =>
      said.includes(word) ? Promise.resolve() : new Promise((heard) => waiting.set(word, heard)),
    finish: () => void child.stdin.write('finish\n'),
    kill: () => void child.kill('SIGKILL'),
    ended: new Promise((resolve) => child.on('close', resolve)),
  }
}

/** One writes and is killed, two wait for it: they write one after the other. The result is what was said. */
export const killOneOfThree = async (how: 'by-folder' | 'by-system', where: string): Promise<string[]> => {
  const story: string[] = []
  const first = startContender(how, where, 'first', story)
  await first.hears('writes')
  const others = ['one', 'two'].map((name) => startContender(how, where, name, story))
  await Promise.all(others.map((other) => other.hears('waits')))
  first.kill()
  const next = await Promise.race(others.map((other) => other.hears('writes').then(() => other)))
  for (const other of [next, ...others.filter((each) => each !== next)]) {
    await other.hears('writes')
    other.finish()
    await other.ended
  }
  return story
}
