// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { useAnswer } from '../../../src/reader/asking/use-answer.ts'
import { ArchiveFailure } from '../../../src/reader/library/failure.ts'

afterEach(cleanup)

/** A question that is answered when the test says so; counts how often it was put. */
const question = () => {
  let settle: { answer(value: string): void; fail(thrown: unknown): void } | undefined
  let count = 0
  return {
    ask: () => {
      count++
      return new Promise<string>((resolve, reject) => {
        settle = { answer: resolve, fail: reject }
      })
    },
    answer: (value: string) => act(async () => settle?.answer(value)),
    fail: (thrown: unknown) => act(async () => settle?.fail(thrown)),
    count: () => count,
  }
}

const put = (first: { ask: () => Promise<string> }) =>
  renderHook(({ asked }) => useAnswer(asked.ask), { initialProps: { asked: first } })

describe('an answer', () => {
  it('is on its way, then there', async () => {
    const one = question()
    const { result } = put(one)
    expect(result.current).toMatchObject({ settled: false })
    expect(result.current.value).toBeUndefined()
    await one.answer('eins')
    expect(result.current).toMatchObject({ settled: true, value: 'eins' })
  })

  it('is asked for once, however often the part is drawn', async () => {
    const one = question()
    const { rerender } = put(one)
    rerender({ asked: one })
    await one.answer('eins')
    rerender({ asked: one })
    expect(one.count()).toBe(1)
  })

  it('to the question before stays at hand until the next is there', async () => {
    const [one, two] = [question(), question()]
    const { result, rerender } = put(one)
    await one.answer('eins')
    rerender({ asked: two })
    expect(result.current).toMatchObject({ settled: false, previous: 'eins' })
    await two.answer('zwei')
    expect(result.current.value).toBe('zwei')
    expect(result.current.previous).toBeUndefined()
  })

  it('that comes too late is dropped', async () => {
    const [one, two] = [question(), question()]
    const { result, rerender } = put(one)
    rerender({ asked: two })
    await two.answer('zwei')
    await one.answer('eins')
    expect(result.current.value).toBe('zwei')
  })

  it('may be a failure of the archive, and asked for again', async () => {
    const one = question()
    const { result } = put(one)
    await one.fail(new ArchiveFailure('offline'))
    expect(result.current.failure?.kind).toBe('offline')
    expect(result.current.value).toBeUndefined()
    act(() => result.current.retry())
    expect(result.current).toMatchObject({ settled: false })
    await one.answer('eins')
    expect(result.current).toMatchObject({ settled: true, value: 'eins' })
    expect(result.current.failure).toBeUndefined()
  })

  it('of anything else thrown is a failure too, never a blank page', async () => {
    const one = question()
    const { result } = put(one)
    await one.fail(new TypeError('a bug of ours'))
    expect(result.current.failure).toBeInstanceOf(ArchiveFailure)
    expect(result.current.failure?.kind).toBe('damaged')
  })
})

it('an answer that is known is there at once, and nothing is asked', () => {
  const one = question()
  const { result, rerender } = renderHook(({ known }) => useAnswer(one.ask, known), {
    initialProps: { known: 'eins' as string | undefined },
  })
  expect(result.current).toMatchObject({ settled: true, value: 'eins' })
  expect(one.count()).toBe(0)
  rerender({ known: undefined })
  expect(result.current.settled).toBe(false)
  expect(one.count()).toBe(1)
})
