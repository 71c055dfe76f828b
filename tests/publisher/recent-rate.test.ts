import { expect, it } from 'vitest'
import { startRate } from '../../src/publisher/recent-rate.ts'

const start = () => {
  let time = 777
  const pace = startRate(() => time)
  /** Goes on at so many items a second. */
  const go = (from: number, rate: number, seconds: number): number => {
    for (let step = 1; step <= seconds * 10; step++) {
      time += 100
      pace.at(from + (rate * step) / 10)
    }
    return from + rate * seconds
  }
  return { pace, go }
}

it('is not known before something has moved, nor when no time has passed', () => {
  const { pace } = start()
  expect([pace.rate(), pace.left(10)]).toEqual([undefined, undefined])
  pace.at(5)
  expect([pace.rate(), pace.left(10)]).toEqual([undefined, undefined])
})

it('tells items a second and the time left', () => {
  const { pace, go } = start()
  const count = go(0, 200, 3)
  expect(pace.rate()).toBeCloseTo(200)
  expect(pace.left(count + 1000)).toBeCloseTo(5000)
  expect(pace.left(count)).toBe(0)
  expect(pace.left(count - 1)).toBe(0)
})

it('forgets a fast beginning', () => {
  const { pace, go } = start()
  const count = go(0, 50_000, 60)
  expect(pace.rate()).toBeCloseTo(50_000)
  go(count, 100, 16)
  expect(pace.rate()).toBeCloseTo(100)
})

it('is not known when nothing has moved for long', () => {
  const { pace, go } = start()
  const count = go(0, 100, 5)
  go(count, 0, 20)
  expect(pace.rate()).toBe(undefined)
  expect(pace.left(1000)).toBe(undefined)
})
