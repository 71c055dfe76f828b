import type { Day } from '../../archive/day.ts'
import type { Site } from '../../archive/root.ts'
import type { Compression } from '../compressed-files.ts'
import type { Edition } from '../edition.ts'
import { addWeights, measured, type Weight } from '../edition-weight.ts'
import { passingBytes } from '../passing-bytes.ts'
import { loadPrinter } from '../printer.ts'
import { noProfile, type Profile } from '../profile.ts'
import { type PackedDay, packDay, type WrittenArticle } from '../stages/pack-day.ts'
import { articlePageWriter } from '../write-article-page.ts'
import { compressFiles } from './compress-files.ts'
import { type ArticlePlace, articleFinder, bodyOf } from './find-article.ts'

/** An article to be packed, and where its JSON is: in the spool, or in a pack of the edition before. */
export interface PostToPack {
  readonly from: ArticlePlace
  /** The address that the archive has given it. */
  readonly permalink: string
  /** Files of pages that show it: at its own address and at others that lead to it. */
  readonly pages: readonly string[]
}

/** One entry of a month. */
export interface PackTask {
  /** The folder that the edition is written into, for a thread of its own. */
  readonly out: string | undefined
  readonly spool: string
  readonly site: Site
  /** The shell that pages are made from; nothing when no pages are written. */
  readonly template: string | undefined
  /** The program that prints them; see printer.ts. */
  readonly printer: string | undefined
  readonly packBytes: number
  readonly compression: Compression
  readonly day: Day
  readonly posts: readonly PostToPack[]
}

export interface PackedEntry extends PackedDay {
  /** Of shards and pages together, with what is compressed of them. */
  readonly weight: Weight
  /** How many compressed files lie beside its shards, where any do. */
  readonly beside?: number
  /** Pages that the file system has no place for. */
  readonly refused: readonly string[]
}

/** What file systems answer when a name is too long for them, or cannot be written at all. */
const UNBEARABLE = new Set(['ENAMETOOLONG', 'EEXIST', 'ENOTDIR', 'EISDIR', 'ENOTEMPTY', 'EILSEQ', 'EINVAL'])

/**
 * Packs an entry and writes its pages. Nothing is written when an article is not where it should be: the places of
 * those that are lost come back instead, and their posts are to be read again.
 */
export const packPosts = async (
  task: PackTask,
  folder: Edition,
  profile: Profile = noProfile,
): Promise<PackedEntry | { lost: number[] }> => {
  const { timed } = profile
  const edition = timedEdition(folder, profile)
  const { spool, site, template, printer, day, posts, packBytes, compression } = task
  const find = articleFinder(edition, spool)
  const lost: number[] = []
  const written: WrittenArticle[] = []
  for (const [place, post] of posts.entries()) {
    const found = timed('find again', () => find(post.from, post.permalink))
    if (found) written.push(found)
    else lost.push(place)
  }
  if (lost.length > 0) return { lost }
  const weighed = measured(edition)
  const refused: string[] = []
  if (template !== undefined) {
    const write = articlePageWriter(template, site, await loadPrinter(printer, site.baseurl))
    for (const [place, { pages }] of posts.entries()) {
      if (pages.length === 0) continue
      const { outline, json } = written[place] as WrittenArticle
      const page = timed('make pages', () => passingBytes(write(outline, bodyOf(json))).bytes)
      for (const path of pages) if (!putPage(weighed, path, page)) refused.push(path)
    }
  }
  const pages = weighed.paths().length
  const packed = timed('pack', () => packDay(weighed, day, written, packBytes))
  const compress = (paths: readonly string[]): Weight =>
    compressFiles({ paths, compression }, edition, profile)
  const ofShards = compress(weighed.paths().slice(pages))
  const compressed = addWeights(compress(weighed.paths().slice(0, pages)), ofShards)
  return {
    ...packed,
    weight: addWeights(weighed.weight(), compressed),
    ...(ofShards.files > 0 && { beside: ofShards.files }),
    refused,
  }
}

/** Tells what writing takes. */
const timedEdition = (edition: Edition, { timed }: Profile): Edition => ({
  ...edition,
  put: (path, content) => timed('write', () => edition.put(path, content), content.length),
})

/** False when the file system has no place for such a file; a full disk, say, stops the publish. */
const putPage = (edition: Edition, path: string, page: Uint8Array): boolean => {
  try {
    edition.put(path, page)
    return true
  } catch (thrown) {
    if (UNBEARABLE.has((thrown as NodeJS.ErrnoException).code ?? '')) return false
    throw thrown
  }
}
