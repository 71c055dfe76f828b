import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addressKey } from '../archive/address-key.ts'
import type { Article } from '../archive/article.ts'
import type { Root } from '../archive/root.ts'
import type { Edition } from './edition.ts'
import { nameArticles } from './name-articles.ts'
import { pageToArticle } from './page-to-article.ts'
import type { Draft, PostFile } from './post.ts'
import { postToArticle } from './post-to-article.ts'
import { prepareLiquid } from './prepare-liquid.ts'
import { compare, type Note, noteFor, type Problem, sortProblems } from './problems.ts'
import type { Progress } from './progress.ts'
import { decodeFile } from './stages/decode-file.ts'
import { findPosts, findStaticFiles } from './stages/find-files.ts'
import { foldTwins } from './stages/fold-twins.ts'
import { packAddresses } from './stages/pack-addresses.ts'
import { packCategories } from './stages/pack-categories.ts'
import { packPages } from './stages/pack-pages.ts'
import { packRoot } from './stages/pack-root.ts'
import { packTimeline } from './stages/pack-timeline.ts'
import { readConfig, type SiteConfig } from './stages/read-config.ts'
import { settleAddresses } from './stages/settle-addresses.ts'
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
}

/** What a publish did. `posts` = `articles` + `folded` + those that could not be read, which `problems` names. */
export interface Published {
  readonly root: Root
  readonly posts: number
  readonly articles: number
  readonly folded: number
  readonly problems: readonly Problem[]
}

/** Posts between two looks at the event loop, so that a progress bar moves and Ctrl-C is heard. */
const BREATH = 100

/**
 * Reads a site folder and writes an edition of it: the same folder gives the same bytes.
 * @throws SiteError when the configuration is broken or there is nothing to publish; a bad post never stops it.
 */
export const publish = async (options: PublishOptions): Promise<Published> => {
  const { folder, edition, progress, template } = options
  const problems: Problem[] = []
  const config = readConfig(folder, noteFor(problems, '_config.yml'))
  const renderLiquid = await prepareLiquid(folder, config, noteFor(problems, '_config.yml'))
  const paths = findPosts(folder, problems)
  const drafts: Draft[] = []
  progress.start('posts', paths.length)
  for (const [index, path] of paths.entries()) {
    const note = noteFor(problems, path)
    try {
      drafts.push(postToArticle(readPost(folder, path, note), config, { renderLiquid }))
    } catch (thrown) {
      // No post may stop the others; what cannot even be read is named.
      note('file', `cannot be read (${(thrown as Error).message})`, 'left out')
    }
    if (index % BREATH === 0) {
      progress.at(index)
      await new Promise(setImmediate)
    }
  }
  progress.done()

  const settled = settleAddresses(foldTwins(drafts, problems), problems)
  const kept = withLinks(settled, problems, (path, articles) =>
    postToArticle(
      readPost(folder, path, () => {}),
      config,
      { articles, renderLiquid },
    ),
  )
  kept.sort(byTime)
  for (const { problems: own } of kept) problems.push(...own)
  const articles = kept.map(({ article }) => article)

  const pages = placeFiles(options, config, problems, new Set(articles.map(keyOf)))
  const { years, months } = packTimeline(edition, articles)
  const { entry: categories, all } = packCategories(edition, articles)
  const addresses = packAddresses(edition, articles)
  if (template !== undefined) {
    progress.start('pages', kept.length)
    const pathOf = new Map(kept.map(({ article, path }) => [article.permalink, path]))
    writePages(edition, template, config.site, [...articles, ...pages], all, (permalink) =>
      noteFor(problems, pathOf.get(permalink) ?? '_posts')(
        'address',
        'has an address no file can bear',
        'opens in the app',
      ),
    )
    progress.done()
  }
  const ownPages = packPages(edition, pages)
  const root = packRoot(edition, {
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
    folded: drafts.length - kept.length,
    problems: sortProblems(problems),
  }
}

const readPost = (folder: string, path: string, note: Note): PostFile => ({
  path,
  text: decodeFile(readFileSync(join(folder, path)), note),
})

/** One of Jekyll's link tags that is still in an address when all posts are known. */
const DEAD_LINK = /href="(\{% ?(?:post_url|link) [^"]*?%\})/g

/** Reads those posts again whose links name another, now that every address is known. */
const withLinks = (
  drafts: Draft[],
  problems: Problem[],
  readAgain: (path: string, articles: ReadonlyMap<string, string>) => Draft,
): Draft[] => {
  const names = nameArticles(drafts)
  return drafts.map((draft) => {
    if (!draft.asks) return draft
    const { article } = readAgain(draft.path, names)
    for (const [, tag] of article.html.matchAll(DEAD_LINK))
      noteFor(problems, draft.path)('link', `${tag} names no post of the site`, 'left it as it is')
    return { ...draft, article: { ...article, permalink: draft.article.permalink } }
  })
}

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
  for (const path of findStaticFiles(folder, problems, without ?? '')) {
    const content = readFileSync(join(folder, path))
    const note = noteFor(problems, path)
    if (content.subarray(0, 3).toString() === '---') {
      // Another file with front matter is a program of Jekyll's: a style sheet, a feed.
      if (!/\.(md|markdown|html?)$/i.test(path)) continue
      const page = pageToArticle({ path, text: decodeFile(content, note) }, config, problems)
      if (page && taken.has(keyOf(page)))
        note('address', `has the address ${page.permalink} of another`, 'left out')
      else if (page) {
        taken.add(keyOf(page))
        pages.push(page)
      }
    } else if (OWN.test(path)) note('file', 'has the name of a file of Kanbao’s', 'left out')
    else edition.put(path, content)
  }
  return pages
}
