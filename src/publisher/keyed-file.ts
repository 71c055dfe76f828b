import type { Edition } from './edition.ts'
import { addWeights, NO_WEIGHT, type Weight } from './edition-weight.ts'
import type { PackedArticles } from './packed-articles.ts'

/** A file that follows from few things, such as a feed: it is made only when its key, which stands for them, is new. */
export interface KeyedFile {
  readonly path: string
  readonly key: string
  make(articles: PackedArticles): string
}

/** What the next publish is to know of such a file. */
export interface KeyedMemo {
  readonly key: string
  readonly bytes: number
}

/**
 * Writes those files that are not there already, as far as that is known.
 * @param isThere whether a file of so many bytes stands at a path.
 */
export const writeKeyed = (
  edition: Edition,
  files: readonly KeyedFile[],
  articles: PackedArticles,
  known: ReadonlyMap<string, KeyedMemo>,
  isThere: (path: string, bytes: number) => boolean,
): ReadonlyMap<string, KeyedMemo> => {
  const memos = new Map<string, KeyedMemo>()
  for (const { path, key, make } of files) {
    const before = known.get(path)
    if (before?.key === key && isThere(path, before.bytes)) {
      memos.set(path, before)
      continue
    }
    const content = Buffer.from(make(articles))
    edition.put(path, content)
    memos.set(path, { key, bytes: content.length })
  }
  return memos
}

/** What they weigh, written in this publish or before. */
export const weightOf = (memos: ReadonlyMap<string, KeyedMemo>): Weight =>
  [...memos]
    .map(([path, { bytes }]): Weight => ({ files: 1, bytes, largest: { path, bytes } }))
    .reduce(addWeights, NO_WEIGHT)
