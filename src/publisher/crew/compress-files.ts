import { type Compression, compressed, compressedPaths, LEAST_BYTES } from '../compressed-files.ts'
import type { Edition } from '../edition.ts'
import { addWeights, NO_WEIGHT, type Weight, weightOfFile } from '../edition-weight.ts'
import { noProfile, type Profile } from '../profile.ts'

/** Files of an edition to be compressed, all of which are in place. */
export interface CompressTask {
  /** The folder of the edition, for a thread of its own. */
  readonly out: string | undefined
  readonly paths: readonly string[]
  readonly compression: Compression
}

/**
 * Sees to it that files have their compressed files beside them.
 * @returns the weight of these, be they new or not.
 */
export const compressFiles = (
  { paths, compression }: Omit<CompressTask, 'out'>,
  edition: Edition,
  profile: Profile = noProfile,
): Weight => {
  if (compression === 'none') return NO_WEIGHT
  return paths
    .map((path) => {
      const standing = compression === 'new' ? standingBeside(edition, path) : undefined
      return standing ?? profile.timed('compress', () => compressFile(edition, path))
    })
    .reduce(addWeights, NO_WEIGHT)
}

/**
 * What the compressed files beside a file weigh, if it has them or can have none. They are what they say they are:
 * whoever replaces a file has taken them away before, and they come into their place whole.
 */
export const standingBeside = (edition: Edition, path: string): Weight | undefined => {
  let weight = NO_WEIGHT
  for (const each of compressedPaths(path)) {
    const bytes = edition.size(each)
    if (bytes === undefined) return undefined
    weight = addWeights(weight, weightOfFile(each, bytes))
  }
  return weight
}

const compressFile = (edition: Edition, path: string): Weight => {
  if (compressedPaths(path).length === 0) return NO_WEIGHT
  const files = compressed(path, edition.bytes(path) ?? new Uint8Array())
  return files
    .filter(([each, bytes]) => put(edition, each, bytes))
    .map(([each, bytes]) => weightOfFile(each, bytes.length))
    .reduce(addWeights, NO_WEIGHT)
}

/** False where a file system bears only shorter names than most do. */
const put = (edition: Edition, path: string, bytes: Uint8Array): boolean => {
  try {
    edition.put(path, bytes)
    return true
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENAMETOOLONG') return false
    throw thrown
  }
}

/** About what the compressed files will weigh of files that are not in place yet. */
export const expectedBeside = (files: ReadonlyMap<string, string>, compression: Compression): Weight => {
  if (compression === 'none') return NO_WEIGHT
  return [...files]
    .flatMap(([path, content]): Weight[] => {
      const bytes = Buffer.byteLength(content)
      if (bytes < LEAST_BYTES) return []
      return compressedPaths(path).map((each) => weightOfFile(each, Math.ceil(bytes * EXPECTED)))
    })
    .reduce(addWeights, NO_WEIGHT)
}

/** What is left of a page in Brotli is a third, in gzip 2/5. */
const EXPECTED = 0.4
