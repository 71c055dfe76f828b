import type { Root } from 'hast'
import type { Source } from '../archive/article.ts'
import { UNDATED } from '../archive/day.ts'
import type { BodyParts, Draft, Post, PostFile } from './post.ts'
import { type Note, noteFor, type Problem } from './problems.ts'
import { cleanBody } from './stages/clean-body/clean-body.ts'
import { makePermalink } from './stages/make-permalink.ts'
import { nameCategories } from './stages/name-categories.ts'
import { nameSource } from './stages/name-source.ts'
import { parseBody } from './stages/parse-body/parse-body.ts'
import { parseFrontMatter } from './stages/parse-front-matter.ts'
import type { SiteConfig } from './stages/read-config.ts'
import type { RenderLiquid } from './stages/render-liquid/liquid-engine.ts'
import { resolveDate } from './stages/resolve-date.ts'
import { type LinkPlaces, resolveLinks } from './stages/resolve-links.ts'
import { sanitizeBody } from './stages/sanitize-body.ts'
import { splitBody } from './stages/split-body.ts'
import { titleFrom, writeExcerpt } from './stages/write-excerpt.ts'
import { storyIdIn } from './story-id.ts'

/** `2022-01-21-NW202201212257099936.md` → `NW202201212257099936`; a name without a date is a slug as it is. */
const SLUG = /^(?:\d{2,4}-\d{1,2}-\d{1,2}-)?(.*?)(?:\.[^.]*)?$/

const NO_ARTICLES: ReadonlyMap<string, string> = new Map()

/** What a post can be given beside its own file. */
export interface Surroundings {
  /** What links may name (see LinkPlaces), as far as it is known. */
  readonly articles?: ReadonlyMap<string, string>
  readonly renderLiquid?: RenderLiquid | undefined
}

/** Runs one post through the stages, in order; the sanitizer is the last that touches the body. */
export const postToArticle = (
  file: PostFile,
  config: SiteConfig,
  { articles = NO_ARTICLES, renderLiquid = (post) => post }: Surroundings = {},
): Draft => {
  const { site, permalink } = config
  const problems: Problem[] = []
  const note = noteFor(problems, file.path)
  const post = renderLiquid(parseFrontMatter(file, note), note)
  const fileName = file.path.slice(file.path.lastIndexOf('/') + 1)
  const slug = textOf(post.matter.slug) || SLUG.exec(fileName)?.[1] || 'untitled'
  const date = resolveDate(post.matter.date, fileName, site.timezone, note)
  const categories = nameCategories(post.matter)

  const parts = splitBody(post.body)
  const body = cleanBody(parse(parts, site.lang, note, post), site.lang, note, lineFinder(post))
  const own = storyIdIn(fileName)
  const source = withArticle(nameSource(parts, body), articles, own)
  const asksBySource = source?.link !== undefined && !source.article && isOther(storyIdIn(source.link), own)
  const asks = resolveLinks(body.tree, linkPlaces(config, articles), own) || asksBySource
  const written = textOf(post.matter.title).replace(/\s+/g, ' ').trim()
  const title = written || titleFrom(parts.digest, body.opening) || slug
  if (!written) note('title', 'has no title', `took “${title}” from the text`)

  const placed = { date: date.address, isDated: date.day !== UNDATED, categories, slug }
  return {
    article: {
      permalink: makePermalink(permalink, placed, textOf(post.matter.permalink) || undefined),
      day: date.day,
      time: date.time,
      instant: date.instant,
      title,
      excerpt: writeExcerpt(parts.digest, body.opening, title),
      categories,
      ...(source && { source }),
      html: sanitizeBody(withDigest(body.tree, parts.digest, body.text)),
    },
    epoch: date.epoch,
    path: file.path,
    problems,
    asks,
    isStub: !written && !/\d{4}-\d/.test(textOf(post.matter.date)),
  }
}

const linkPlaces = ({ site }: SiteConfig, articles: ReadonlyMap<string, string>): LinkPlaces => ({
  hosts: new Set(URL.canParse(site.url) ? [new URL(site.url).host] : []),
  baseurl: site.baseurl,
  articles,
})

const isOther = (story: string | undefined, own: string | undefined): boolean =>
  story !== undefined && story !== own

/** A source that is another article of this archive can be read here. */
const withArticle = (
  source: Source | undefined,
  articles: ReadonlyMap<string, string>,
  own: string | undefined,
): Source | undefined => {
  const story = source?.link && storyIdIn(source.link)
  const article = story && isOther(story, own) ? articles.get(story) : undefined
  return source && article ? { ...source, article } : source
}

/** A list or map is no text, and is not made one: with YAML's aliases its text can be larger than memory. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Markup that no parser stage can carry is kept as the text that is in it. */
const parse = (parts: BodyParts, lang: string, note: Note, post: Post): Root => {
  try {
    return parseBody(parts, lang)
  } catch (thrown) {
    note('markup', `cannot be read as markup (${(thrown as Error).message})`, 'kept its text', post.bodyLine)
    const lines = parts.story.replace(/<[^<>]*>/g, '\n').split(/\n+/)
    const paragraphs = lines.filter((line) => line.trim()).map(paragraphOf)
    return { type: 'root', children: paragraphs }
  }
}

const paragraphOf = (value: string) => ({
  type: 'element' as const,
  tagName: 'p',
  properties: {},
  children: [{ type: 'text' as const, value }],
})

/** The line of the file on which something of the body begins; its first line when it cannot be told. */
const lineFinder =
  ({ body, bodyLine }: Post) =>
  (found: string): number => {
    const index = body.toLowerCase().indexOf(found.toLowerCase())
    return bodyLine + (index > 0 ? body.slice(0, index).split('\n').length - 1 : 0)
  }

/** The digest stands before the story, unless the story says the same. */
const withDigest = (tree: Root, digest: string, text: string): Root => {
  const bare = (value: string): string =>
    value.replace(/[\s\u3000]+/g, '').replace(/[（(][^（）()]*[）)]$/, '')
  if (!digest || bare(text).includes(bare(digest))) return tree
  const quote = {
    type: 'element' as const,
    tagName: 'blockquote',
    properties: {},
    children: digest.split('\n').filter(Boolean).map(paragraphOf),
  }
  return { type: 'root', children: [quote, ...tree.children] }
}
