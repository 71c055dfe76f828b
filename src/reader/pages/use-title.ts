import { useEffect } from 'react'

/** The name of the page in the tab and in the history. */
export const useTitle = (...parts: readonly (string | undefined)[]): void => {
  const title = parts.filter(Boolean).join(' - ')
  useEffect(() => {
    document.title = title
  }, [title])
}
