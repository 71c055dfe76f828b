import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readRunParts, runFile, writeRun } from '../../../src/publisher/crew/run-file.ts'
import { PARTS, type PartedRun, TermRun } from '../../../src/publisher/crew/term-run.ts'
import { newFolder } from '../site-folder.ts'

const aRun = (): PartedRun => {
  const run = new TermRun()
  for (let number = 0; number < 50; number++)
    run.add({ title: `第${number}篇`, html: `<p>正文${number} word${number}</p>`, categories: [] })
  return run.parted()
}

const written = () => {
  const path = runFile(newFolder(), 3)
  const run = aRun()
  writeRun(path, run)
  return { path, run }
}

it.each([
  [0, PARTS],
  [0, 1],
  [7, 8],
  [PARTS - 1, PARTS],
  [16, 24],
  [9, 9],
])('gives back the parts from %i up to %i', (first, last) => {
  const { path, run } = written()
  const [start, end] = [run.starts[first], run.starts[last]]
  expect(readRunParts(path, first, last)).toEqual({
    keys: run.keys.slice(start, end),
    values: run.values.slice(start, end),
  })
})

it('gives back a run without terms', () => {
  const path = runFile(newFolder(), 0)
  writeRun(path, new TermRun().parted())
  expect(readRunParts(path, 0, PARTS)).toEqual({ keys: new Uint32Array(), values: new Uint16Array() })
})

it('takes the place of a run that a killed publish left', () => {
  const { path, run } = written()
  const bytes = readFileSync(path)
  writeFileSync(path, Buffer.alloc(2 * bytes.length, 1))
  writeRun(path, run)
  expect(readFileSync(path).equals(bytes)).toBe(true)
})

it('says so where a run is cut off', () => {
  const { path } = written()
  truncateSync(path, readFileSync(path).length - 1)
  expect(() => readRunParts(path, 0, PARTS)).toThrow('a run of terms is cut off')
  truncateSync(path, 100)
  expect(() => readRunParts(path, 0, 1)).toThrow('a run of terms is cut off')
})
