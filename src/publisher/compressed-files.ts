import { basename } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/**
 * Which files get a compressed file beside them: `new` takes one that is there for what it says it is, `all` makes
 * each anew, as another version of this program may have made those that are there.
 */
export type Compression = 'none' | 'new' | 'all'

/** Text, as web servers compress it; a shard of the index, a picture or a font would gain nothing. */
const TEXT = /\.(html?|js|css|json|xml|svg|txt|webmanifest|map)$/i

const ENDINGS = ['.br', '.gz'] as const

/** Smaller files fit into one packet as they are. */
export const LEAST_BYTES = 1024

/** File systems name no file longer than this. */
const LONGEST_NAME = 255

/**
 * The highest quality that costs no more than the middle ones, if the window is no larger than the file (0.1 ms for a
 * page of 2 kB, 0.7 ms for a shard of 20 kB). Files of the reader, which are few and which everybody loads, take the
 * highest of all: 7 % less for fifty times as long.
 */
const [QUALITY, READERS_QUALITY] = [9, 11]

/** In bits: what Brotli bears at least and at most. */
const [SMALLEST_WINDOW, LARGEST_WINDOW] = [10, 22]

/** The byte of a gzip file that tells of the system it was made on: RFC 1952 has a number for none. */
const [SYSTEM, NO_SYSTEM] = [9, 255]

/** What a publish does about compressed files. In the development server, which has no pages, it is nothing. */
export const compressionFor = (publishing: {
  readonly config: { readonly precompress: boolean }
  readonly template?: string | undefined
  readonly known: { readonly isWhole: boolean }
}): Compression => {
  const { config, template, known } = publishing
  return config.precompress && template !== undefined ? (known.isWhole ? 'new' : 'all') : 'none'
}

/** How many files a text is, with those compressed of it. */
export const filesOfText = (compression: Compression): number =>
  compression === 'none' ? 1 : 1 + ENDINGS.length

/** How many times its bytes a text takes then, about: shards, which compress worse than pages. */
export const bytesOfText = (compression: Compression): number => (compression === 'none' ? 1 : 1.9)

/** Whether a file may have compressed files beside it. */
export const isCompressible = (path: string): boolean =>
  TEXT.test(path) && Buffer.byteLength(basename(path)) + 3 <= LONGEST_NAME

/** Where the compressed files of a file lie; nowhere for one that is not compressible. */
export const compressedPaths = (path: string): readonly string[] =>
  isCompressible(path) ? ENDINGS.map((end) => path + end) : []

/** How many compressed files of these files stand, of those that stand at all. */
export const countBeside = (paths: readonly string[], isThere: (path: string) => boolean): number =>
  paths.reduce((sum, path) => sum + compressedPaths(path).filter(isThere).length, 0)

/** The file that a compressed file lies beside; nothing for any other file. */
export const plainPath = (path: string): string | undefined => {
  const plain = ENDINGS.some((end) => path.endsWith(end)) ? path.slice(0, -3) : undefined
  return plain !== undefined && isCompressible(plain) ? plain : undefined
}

/** The compressed files of a file, by path: those that are smaller than it. */
export const compressed = (path: string, bytes: Uint8Array): readonly (readonly [string, Uint8Array])[] => {
  if (bytes.length < LEAST_BYTES) return []
  const bits = Math.ceil(Math.log2(bytes.length + 16))
  const brotli = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: path.startsWith('app/') ? READERS_QUALITY : QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: Math.min(LARGEST_WINDOW, Math.max(SMALLEST_WINDOW, bits)),
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
  const gzip = gzipSync(bytes, { level: 9 })
  gzip[SYSTEM] = NO_SYSTEM
  return ENDINGS.map((end) => [path + end, end === '.br' ? brotli : gzip] as const).filter(
    ([, file]) => file.length < bytes.length,
  )
}
