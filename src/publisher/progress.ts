import { Presets, SingleBar } from 'cli-progress'
import { startRate } from './recent-rate.ts'
import { spellCount, spellDuration } from './spell-number.ts'

/** Tells how far a publish is. One stage at a time: start, at …, done. */
export interface Progress {
  start(stage: string, total: number): void
  at(count: number): void
  done(): void
}

export const silentProgress: Progress = { start: () => {}, at: () => {}, done: () => {} }

/**
 * A bar on a terminal; elsewhere (a CI log) plain lines about the stages that take long. `now` is a clock in
 * milliseconds.
 */
export const showProgress = (
  stream: NodeJS.WriteStream,
  line: (text: string) => void,
  now: () => number = () => performance.now(),
): Progress => (stream.isTTY ? barProgress(stream, now) : plainProgress(line, now))

const barProgress = (stream: NodeJS.WriteStream, now: () => number): Progress => {
  let bar: SingleBar | undefined
  let pace = startRate(now)
  let all = 0
  return {
    start(stage, total) {
      const format = `{bar} ${stage} {value}/{total}{pace}`
      // What is left of the line is for words: a stage's name and pace take some 60 columns.
      const look = { barsize: 16, clearOnComplete: true, hideCursor: true, formatValue: spellValue }
      bar?.stop()
      bar = new SingleBar({ stream, format, ...look }, Presets.shades_grey)
      pace = startRate(now)
      all = total
      bar.start(total, 0, { pace: '' })
    },
    at(count) {
      pace.at(count)
      bar?.update(count, { pace: spellPace(pace.rate(), pace.left(all)) })
    },
    done() {
      bar?.stop()
      bar = undefined
    },
  }
}

/** A stage shorter than this, in milliseconds, is not spoken of, so that a small site's log is quiet. */
const LONG = 1000

/** Milliseconds between two lines about one stage. */
const BETWEEN = 10_000

const plainProgress = (line: (text: string) => void, now: () => number): Progress => {
  let stage = ''
  let all = 0
  let start = now()
  let next = start
  let pace = startRate(now)
  return {
    start(name, total) {
      stage = name
      all = total
      start = now()
      next = start + LONG
      pace = startRate(now)
    },
    at(count) {
      pace.at(count)
      if (now() < next) return
      next = now() + BETWEEN
      const soFar = `${spellCount(count)} of ${spellCount(all)}`
      line(`kanbao: ${stage}: ${soFar}${spellPace(pace.rate(), pace.left(all))}`)
    },
    done() {
      const took = now() - start
      if (took >= LONG) line(`kanbao: ${stage}: ${spellCount(all)} in ${spellDuration(took)}`)
    },
  }
}

/** `, 2,500 a second, 32 s left`; nothing as long as it is not known. */
const spellPace = (rate: number | undefined, left: number | undefined): string =>
  rate === undefined || left === undefined
    ? ''
    : `, ${spellCount(Math.max(1, rate))} a second, ${spellDuration(left)} left`

const spellValue = (value: number): string => spellCount(value)
