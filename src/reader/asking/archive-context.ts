import { createContext, use } from 'react'
import type { StandingPage } from '../../archive/printed-page.ts'
import type { Root } from '../../archive/root.ts'
import type { Archive } from '../library/archive.ts'

/** The open archive and its root: below the provider both are always there. */
export interface OpenArchive {
  readonly archive: Archive
  /** Of a page that was printed, at first as much as the page knows. */
  readonly root: Root
  /** Whether the root has been read. */
  readonly isWhole: boolean
  /** The page that was printed, as long as it is the one that is shown. */
  readonly printed?: StandingPage | undefined
  /** Tries to read the root again; there as long as it could not be read. */
  readonly reopen?: (() => void) | undefined
}

export const ArchiveContext = createContext<OpenArchive | undefined>(undefined)

export const useArchive = (): OpenArchive => {
  const open = use(ArchiveContext)
  if (!open) throw new Error('useArchive outside of an open archive')
  return open
}
