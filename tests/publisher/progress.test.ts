import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { showProgress } from '../../src/publisher/progress.ts'

const stream = (isTTY: boolean) => {
  const through = Object.assign(new PassThrough(), { isTTY, columns: 80 }) as PassThrough & NodeJS.WriteStream
  // What a terminal can and a stream cannot.
  for (const ability of ['cursorTo', 'clearLine', 'moveCursor'] as const) through[ability] = () => true
  return through
}

const run = (through: NodeJS.WriteStream & PassThrough) => {
  const lines: string[] = []
  const progress = showProgress(through, (line) => lines.push(line))
  for (const stage of ['posts', 'pages']) {
    progress.start(stage, 3)
    progress.at(2)
    progress.done()
  }
  return { lines, drawn: String(through.read() ?? '') }
}

it('is one plain line a stage where there is no terminal', () => {
  expect(run(stream(false))).toEqual({ lines: ['kanbao: posts: 3', 'kanbao: pages: 3'], drawn: '' })
})

it('is a bar on a terminal', () => {
  const { lines, drawn } = run(stream(true))
  expect(lines).toEqual([])
  expect(drawn).toMatch(/posts \d\/3[\s\S]*pages \d\/3/)
})
