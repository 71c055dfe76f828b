import { useEffect, useState } from 'react'

/** What comes sooner needs no skeleton: it would only flicker. */
const PATIENCE_MS = 300

/** True once `waiting` has lasted longer than a reader takes for an instant. */
export const useLate = (waiting: boolean): boolean => {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!waiting) return
    const timer = setTimeout(() => setLate(true), PATIENCE_MS)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [waiting])
  return waiting && late
}
