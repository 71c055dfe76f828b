import { join } from 'node:path'
import { fileStamp } from '../file-stamp.ts'

/** Files to be stamped. */
export interface StampTask {
  readonly folder: string
  /** Paths relative to the folder, with a zero between: one text is handed to a thread as it is, a list is not. */
  readonly paths: string
  /** Milliseconds since 1970. */
  readonly now: number
}

/** The stamps of files, in order; 0 for one that has none. */
export const stampFiles = ({ folder, paths, now }: StampTask): Float64Array =>
  Float64Array.from(paths.split('\0'), (path) => fileStamp(join(folder, path), now))
