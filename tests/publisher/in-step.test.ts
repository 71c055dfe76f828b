import { expect, it } from 'vitest'
import { alone, inStep, type Staged } from '../../src/publisher/in-step.ts'
import { startProfile } from '../../src/publisher/profile.ts'

function* work(name: string, done: string[], last = 3): Staged<string> {
  for (let stage = 1; stage <= last; stage++) {
    yield `stage ${stage}`
    done.push(`${name}${stage}`)
  }
  return name.toUpperCase()
}

it('does each stage of all works before the next stage of any', () => {
  const done: string[] = []
  const works = [work('a', done), work('b', done, 1), work('c', done)]
  expect(inStep(works)).toEqual(['A', 'B', 'C'])
  expect(done).toEqual(['a1', 'b1', 'c1', 'a2', 'c2', 'a3', 'c3'])
  expect(inStep([])).toEqual([])
})

it('does one work alone', () => {
  const done: string[] = []
  expect(alone(work('a', done))).toBe('A')
  expect(done).toEqual(['a1', 'a2', 'a3'])
})

it('tells what the stages took, and how many works went through each', () => {
  const profile = startProfile()
  inStep([work('a', []), work('b', [], 2)], profile)
  expect(profile.rows().map(({ stage, items }) => [stage, items])).toEqual([
    ['stage 1', 2],
    ['stage 2', 2],
    ['stage 3', 1],
  ])
})
