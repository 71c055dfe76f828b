import { createContext, use } from 'react'
import type { Root } from '../../archive/root.ts'
import type { Archive } from '../library/archive.ts'

/** The open archive and its root: below the provider both are always there. */
export interface OpenArchive {
  readonly archive: Archive
  readonly root: Root
}

export const ArchiveContext = createContext<OpenArchive | undefined>(undefined)

export const useArchive = (): OpenArchive => {
  const open = use(ArchiveContext)
  if (!open) throw new Error('useArchive outside of an open archive')
  return open
}
