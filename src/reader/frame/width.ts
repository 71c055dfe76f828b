import { useSyncExternalStore } from 'react'

/**
 * `phone`: one column; `middle`: side bar and one column; `desk`: side bar, list and article. A page that is printed
 * cannot know who will read it: it has what any of them shows, and the style sheets choose.
 */
export type Width = 'phone' | 'middle' | 'desk' | 'printed'

// In em, so that a reader with large text gets the roomier layout; the style sheets use the same two.
const MIDDLE = '(min-width: 48em)'
const DESK = '(min-width: 75em)'

const subscribe = (watcher: () => void): (() => void) => {
  const queries = [matchMedia(MIDDLE), matchMedia(DESK)]
  for (const query of queries) query.addEventListener('change', watcher)
  return () => {
    for (const query of queries) query.removeEventListener('change', watcher)
  }
}

const snapshot = (): Width => {
  if (matchMedia(DESK).matches) return 'desk'
  return matchMedia(MIDDLE).matches ? 'middle' : 'phone'
}

export const useWidth = (): Width => useSyncExternalStore(subscribe, snapshot, () => 'printed')
