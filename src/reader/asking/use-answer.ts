import { useCallback, useEffect, useState } from 'react'
import { type ArchiveFailure, asFailure } from '../library/failure.ts'

export interface Answer<T> {
  /** The answer to this question; nothing while it is on its way. */
  readonly value?: T
  readonly failure?: ArchiveFailure
  readonly settled: boolean
  /** The answer to the question before, for a view that would rather stand still than go blank. */
  readonly previous?: T | undefined
  retry(): void
}

interface Outcome<T> {
  readonly ask: () => Promise<T>
  readonly value?: T
  readonly failure?: ArchiveFailure
}

/**
 * Asks once for each `ask`, which the caller keeps stable (useCallback) as long as the question is the same.
 * An answer that comes after the next question has been put is dropped. Where the answer is known, nothing is asked.
 */
export const useAnswer = <T>(ask: () => Promise<T>, known?: T): Answer<T> => {
  const [outcome, setOutcome] = useState<Outcome<T>>()
  const [attempt, setAttempt] = useState(0)
  const isKnown = known !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same question again.
  useEffect(() => {
    if (isKnown) return
    let wanted = true
    ask().then(
      (value) => wanted && setOutcome({ ask, value }),
      (thrown: unknown) =>
        wanted && setOutcome((last) => ({ ...last, ask, failure: asFailure(thrown) }) as Outcome<T>),
    )
    return () => {
      wanted = false
    }
  }, [ask, attempt, isKnown])
  const retry = useCallback(() => {
    setOutcome(undefined)
    setAttempt((count) => count + 1)
  }, [])
  if (isKnown) return { value: known, settled: true, retry }
  if (!outcome || outcome.ask !== ask) return { settled: false, previous: outcome?.value, retry }
  if (outcome.failure) return { failure: outcome.failure, settled: true, retry }
  return { value: outcome.value as T, settled: true, retry }
}
