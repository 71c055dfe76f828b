import { measure } from './process-cost.ts'

/** Lets what was written so far reach the disk, so that the next to be measured does not pay for the one before. */
export const settleDisk = async (): Promise<void> => {
  if (process.platform !== 'win32') await measure(['sync'])
}
