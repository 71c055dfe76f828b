import { Presets, SingleBar } from 'cli-progress'

/** Tells how far a publish is. One stage at a time: start, at …, done. */
export interface Progress {
  start(stage: string, total: number): void
  at(count: number): void
  done(): void
}

export const silentProgress: Progress = { start: () => {}, at: () => {}, done: () => {} }

/** A bar on a terminal; elsewhere (a CI log) one plain line a stage. */
export const showProgress = (stream: NodeJS.WriteStream, line: (text: string) => void): Progress =>
  stream.isTTY ? barProgress(stream) : plainProgress(line)

const barProgress = (stream: NodeJS.WriteStream): Progress => {
  let bar: SingleBar | undefined
  return {
    start(stage, total) {
      const format = `{bar} ${stage} {value}/{total}, {eta_formatted} left`
      bar = new SingleBar({ stream, format, clearOnComplete: true, hideCursor: true }, Presets.shades_grey)
      bar.start(total, 0)
    },
    at: (count) => bar?.update(count),
    done: () => bar?.stop(),
  }
}

const plainProgress = (line: (text: string) => void): Progress => ({
  start: (stage, total) => line(`kanbao: ${stage}: ${total}`),
  at: () => {},
  done: () => {},
})
