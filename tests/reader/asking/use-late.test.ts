// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useLate } from '../../../src/reader/asking/use-late.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const wait = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds))
const start = (isWaiting: boolean) =>
  renderHook(({ isWaiting }) => useLate(isWaiting), { initialProps: { isWaiting } })

describe('lateness', () => {
  it('begins after 300 ms of waiting, not before', () => {
    const { result } = start(true)
    wait(299)
    expect(result.current).toBe(false)
    wait(1)
    expect(result.current).toBe(true)
  })

  it('never comes for what arrives in time', () => {
    const { result, rerender } = start(true)
    wait(200)
    rerender({ isWaiting: false })
    wait(1000)
    expect(result.current).toBe(false)
  })

  it('ends with the waiting, and the next waiting starts anew', () => {
    const { result, rerender } = start(true)
    wait(400)
    rerender({ isWaiting: false })
    expect(result.current).toBe(false)
    rerender({ isWaiting: true })
    expect(result.current).toBe(false)
    wait(300)
    expect(result.current).toBe(true)
  })
})
