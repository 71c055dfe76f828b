import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addressKey } from '../archive/address-key.ts'
import type { Article } from '../archive/article.ts'
import type { Root } from '../archive/root.ts'
import { type Edition, noEdition } from './edition.ts'
import { nameArticles } from './name-articles.ts'
import { pageToArticle } from './page-to-article.ts'
import type { Draft } from './post.ts'
import { postToArticle } from './post-to-article.ts'
import { prepareLiquid } from './prepare-liquid.ts'
import { compare, type Note, noteFor, type Problem, sortProblems } from './problems.ts'
import type { Progress } from './progress.ts'
import type { SiteConfig } from './site-config.ts'
import { decodeFile } from './stages/decode-file.ts'
import { findPosts, findStaticFiles } from './stages/find-files.ts'
import { foldCopies } from './stages/fold-copies.ts'
import { foldTwins } from './stages/fold-twins.ts'
import { leaveOut } from './stages/leave-out.ts'
import { packAddresses } from './stages/pack-addresses.ts'
import { packCategories } from './stages/pack-categories.ts'
import { packPages } from './stages/pack-pages.ts'
import { packRoot } from './stages/pack-root.ts'
import { packTimeline } from './stages/pack-timeline.ts'
import { readConfig } from './stages/read-config/read-config.ts'
import { settleAddresses, settleAliases } from './stages/settle-addresses.ts'
import { writePages } from './stages/write-pages.ts'

export interface PublishOptions {
  /** The Jekyll site folder. */
  readonly folder: string
  readonly edition: Edition
  readonly progress: Progress
  /** The built shell that pages are made from; without it (as in `vite` serving) no pages are written. */
  readonly template?: string
  /** The folder the edition goes to, when it lies in the site folder: it is not copied into itself. */
  readonly without?: string
  /** Makes any problem stop the publish, as `kanbao.strict` does. */
  readonly strict?: boolean
  /** The moment of the publish, in milliseconds since 1970: asked for by sites with `future: false`, and only then. */
  readonly now?: number
}

/** What a publish did. `posts` = `articles` + `folded` + `unpublished` + `unreadable`, and `problems` names the last three. */
export interface Published {
  readonly root: Root
  readonly posts: number
  readonly articles: number
  readonly folded: number
  /** Left out by their owner's wish: `published: false`, or later than today where `future` is false. */
  readonly unpublished: number
  readonly unreadable: number
  /** False when problems stopped a strict publish: the last edition is as it was. */
  readonly isSealed: boolean
  readonly problems: readonly Problem[]
}

/** Posts between two looks at the event loop, so that a progress bar moves and Ctrl-C is heard. */
const BREATH = 100

/**
 * Reads a site folder and writes an edition of it: the same folder gives the same bytes.
 * @throws SiteError when the configuration is broken or there is nothing to publish; a bad post never stops it.
 */
export const publish = async (options: PublishOptions): Promise<Published> => {
  const { folder, progress, template, now = Date.now() } = options
  const problems: Problem[] = []
  const config = readConfig(folder, noteFor(problems, '_config.yml'))
  const renderLiquid = await prepareLiquid(folder, config, noteFor(problems, '_config.yml'))
  const paths = findPosts(folder, config, problems)
  const read: Read = (path, note, articles = new Map()) => {
    const text = decodeFile(readFileSync(join(folder, path)), note)
    return postToArticle({ path, text }, config, { articles, renderLiquid })
  }
  const drafts: Draft[] = []
  progress.start('posts', paths.length)
  for (const [index, path] of paths.entries()) {
    const note = noteFor(problems, path)
    try {
      drafts.push(read(path, note))
    } catch (thrown) {
      // No post may stop the others; what cannot even be read is named.
      note('file', `cannot be read (${(thrown as Error).message})`, 'left out', 1)
    }
    if (index % BREATH === 0) {
      progress.at(index)
      await new Promise(setImmediate)
    }
  }
  progress.done()

  const wanted = leaveOut(drafts, { future: config.future, now }, problems)
  const settled = settleAddresses(foldTwins(foldCopies(wanted, problems), problems), problems)
  const kept = withLinks(settled, read, problems)
  kept.sort(byTime)
  for (const { problems: own } of kept) problems.push(...own)
  const articles = kept.map(({ article }) => article)
  const moved = settleAliases(kept, problems)

  const isStrict = options.strict || config.strict
  // What can be known before the first file is written must not cost the last edition one.
  const edition = isStrict && isFaulty(problems) ? noEdition : options.edition
  const taken = new Set([...articles.map(keyOf), ...moved.keys()])
  const pages = placeFiles({ ...options, edition }, config, problems, taken)
  const { years, months } = packTimeline(edition, articles)
  const { entry: categories, all } = packCategories(edition, articles)
  const addresses = packAddresses(edition, articles, moved)
  if (template !== undefined) {
    progress.start('pages', kept.length)
    const pathOf = new Map(kept.map(({ article, path }) => [article.permalink, path]))
    const onNoFile = (permalink: string): void => {
      const note = noteFor(problems, pathOf.get(permalink) ?? '_posts')
      note('address', 'has an address no file can bear', 'opens in the app', 1)
    }
    writePages(edition, template, config.site, [...articles, ...pages], all, onNoFile, moved)
    progress.done()
  }
  const ownPages = packPages(edition, pages)
  const isSealed = !(isStrict && isFaulty(problems))
  const root = packRoot(isSealed ? edition : noEdition, {
    site: config.site,
    articles,
    years,
    months,
    categories,
    addresses,
    pages: ownPages,
  })
  return {
    root,
    posts: paths.length,
    articles: articles.length,
    folded: wanted.length - kept.length,
    unpublished: drafts.length - wanted.length,
    unreadable: paths.length - drafts.length,
    isSealed,
    problems: sortProblems(problems),
  }
}

/** Reads one post; `articles` is what its links may name. */
type Read = (path: string, note: Note, articles?: ReadonlyMap<string, string>) => Draft

/** Reads those posts again whose links name another, now that every address is known. */
const withLinks = (drafts: Draft[], read: Read, problems: Problem[]): Draft[] => {
  const articles = nameArticles(drafts)
  return drafts.map((draft) => {
    if (!draft.asks) return draft
    const { article, problems: found } = read(draft.path, () => {}, articles)
    problems.push(...found.filter(({ kind }) => kind === 'link'))
    return { ...draft, article: { ...article, permalink: draft.article.permalink } }
  })
}

/** What an owner left out on purpose is no fault. */
const isFaulty = (problems: readonly Problem[]): boolean =>
  problems.some(({ kind }) => kind !== 'unpublished')

/** Oldest first, the undated before all; equal moments by address, so that the order never hangs on the file system. */
const byTime = (a: Draft, b: Draft): number =>
  // The day goes first: where clocks are set back over midnight, moments alone would cut a day in two.
  compare(a.article.day, b.article.day) ||
  (a.epoch ?? Number.NEGATIVE_INFINITY) - (b.epoch ?? Number.NEGATIVE_INFINITY) ||
  compare(a.article.permalink, b.article.permalink)

/** Names that the edition uses itself. */
const OWN = /^(index\.html|404\.html|(archive|app|category)\/.*)$/

const keyOf = ({ permalink }: Article): string => addressKey(permalink)

/** Copies what Jekyll copies as it is, and returns the pages, by the paths of their files. */
const placeFiles = (
  { folder, edition, without }: PublishOptions,
  config: SiteConfig,
  problems: Problem[],
  taken: Set<string>,
): Article[] => {
  const pages: Article[] = []
  for (const path of findStaticFiles(folder, config, problems, without ?? '')) {
    const content = readFileSync(join(folder, path))
    const note = noteFor(problems, path)
    if (content.subarray(0, 3).toString() === '---') {
      // Another file with front matter is a program of Jekyll's: a style sheet, a feed.
      if (!/\.(md|markdown|html?)$/i.test(path)) continue
      const page = pageToArticle({ path, text: decodeFile(content, note) }, config, problems)
      if (page && taken.has(keyOf(page)))
        note('address', `has the address ${page.permalink} of another`, 'left out', 1)
      else if (page) {
        taken.add(keyOf(page))
        pages.push(page)
      }
    } else if (taken.has(`/${path}`)) note('file', 'has the address of an article', 'left out', 1)
    else if (OWN.test(path)) note('file', 'has the name of a file of Kanbao’s', 'left out', 1)
    else edition.put(path, content)
  }
  return pages
}
