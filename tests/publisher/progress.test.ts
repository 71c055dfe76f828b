import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { type Progress, showProgress } from '../../src/publisher/progress.ts'

const stream = (isTTY: boolean) => {
  const through = Object.assign(new PassThrough(), { isTTY, columns: 100 }) as PassThrough &
    NodeJS.WriteStream
  // What a terminal can and a stream cannot.
  for (const ability of ['cursorTo', 'clearLine', 'moveCursor'] as const) through[ability] = () => true
  return through
}

/** Shows progress by a clock that the test sets. */
const start = (isTTY: boolean) => {
  const through = stream(isTTY)
  const lines: string[] = []
  let time = 5000
  const progress = showProgress(
    through,
    (line) => lines.push(line),
    () => time,
  )
  const pass = (milliseconds: number): void => {
    time += milliseconds
  }
  return { progress, lines, pass, drawn: (): string => String(through.read() ?? '') }
}

/** A stage of so many items, each of which takes so many milliseconds. */
const run = (progress: Progress, pass: (milliseconds: number) => void, total: number, each: number): void => {
  progress.start('posts', total)
  for (let count = 0; count < total; count++) {
    if (count % 100 === 0) progress.at(count)
    pass(each)
  }
  progress.done()
}

describe('where there is no terminal', () => {
  it('a long stage is told of when it turns out long, every ten seconds, and when it is done', () => {
    const { progress, lines, pass, drawn } = start(false)
    run(progress, pass, 80_000, 0.5)
    expect(lines).toEqual([
      'kanbao: posts: 2,000 of 80,000, 2,000 a second, 39 s left',
      'kanbao: posts: 22,000 of 80,000, 2,000 a second, 29 s left',
      'kanbao: posts: 42,000 of 80,000, 2,000 a second, 19 s left',
      'kanbao: posts: 62,000 of 80,000, 2,000 a second, 9 s left',
      'kanbao: posts: 80,000 in 40 s',
    ])
    expect(drawn()).toBe('')
  })

  it('short stages are not told of, however many', () => {
    const { progress, lines, pass } = start(false)
    for (let stage = 0; stage < 9; stage++) run(progress, pass, 900, 1)
    expect(lines).toEqual([])
  })

  it('a stage in one go, or with nothing in it, is told of when it was long', () => {
    const { progress, lines, pass } = start(false)
    for (const [total, time] of [
      [12, 65_000],
      [0, 3_700_000],
      [0, 0],
    ] as const) {
      progress.start('writing days', total)
      pass(time)
      progress.done()
    }
    expect(lines).toEqual(['kanbao: writing days: 12 in 1 min 5 s', 'kanbao: writing days: 0 in 1 h 1 min'])
  })

  it('says no pace that it does not know, as when nothing moves', () => {
    const { progress, lines, pass } = start(false)
    progress.start('posts', 1000)
    progress.at(0)
    pass(2000)
    progress.at(0)
    expect(lines).toEqual(['kanbao: posts: 0 of 1,000'])
  })
})

describe('on a terminal', () => {
  it('is a bar with stage, count, pace and time left, one stage after the other', () => {
    const { progress, lines, pass, drawn } = start(true)
    for (const stage of ['reading posts', 'pages']) {
      progress.start(stage, 100_000)
      pass(8000)
      progress.at(20_000)
      progress.done()
    }
    expect(lines).toEqual([])
    const shown = drawn()
    expect(shown).toMatch(/reading posts 0\/100,000[\s\S]*pages 0\/100,000/)
    for (const stage of ['reading posts', 'pages'])
      expect(shown).toContain(`${stage} 20,000/100,000, 2,500 a second, 32 s left`)
    expect(shown).not.toMatch(/NaN|Infinity|undefined|\{/)
  })

  it('shows numbers at each moment, also of stages with nothing in them or without a time', () => {
    const { progress, drawn } = start(true)
    progress.start('days', 0)
    progress.at(0)
    progress.start('posts', 3)
    progress.at(3)
    progress.at(4)
    progress.done()
    progress.done()
    const shown = drawn()
    expect(shown).toContain('days 0/0')
    expect(shown).toContain('posts 4/3')
    expect(shown).not.toMatch(/NaN|Infinity|undefined|\{/)
  })
})
