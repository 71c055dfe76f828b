import { useMemo, useRef } from 'react'
import { useLocation } from 'react-router-dom'
import { useArchive } from '../asking/archive-context.ts'
import { searchOf } from '../library/filter.ts'
import { type Destination, destinationOf } from './destination.ts'

/** Where the reader is. The filter stays the same object while it says the same, so that nothing is asked twice. */
export const useDestination = (): Destination => {
  const location = useLocation()
  const { archives } = useArchive().root.site
  const destination = useMemo(() => destinationOf(location, archives), [location, archives])
  const last = useRef(destination.list.filter)
  const isSame = searchOf(last.current) === searchOf(destination.list.filter)
  const filter = isSame ? last.current : destination.list.filter
  last.current = filter
  return useMemo(() => ({ ...destination, list: { ...destination.list, filter } }), [destination, filter])
}
