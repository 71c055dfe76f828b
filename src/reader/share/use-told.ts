import { useCallback, useEffect, useState } from 'react'

/** What came of which action. */
export interface Told {
  readonly action: string
  readonly text: string
}

/** How long a result is told, in milliseconds. */
const TOLD_MS = 4000

/** The result of the last action, for some seconds: beside its button for the eye, as a status for the ear. */
export const useTold = (): [Told | undefined, (action: string, text: string) => void] => {
  const [told, setTold] = useState<Told>()
  useEffect(() => {
    if (!told) return
    const timer = setTimeout(() => setTold(undefined), TOLD_MS)
    return () => clearTimeout(timer)
  }, [told])
  return [told, useCallback((action: string, text: string) => setTold({ action, text }), [])]
}
