import type { Root } from 'hast'
import { alone, type Staged } from './in-step.ts'
import { placePost } from './place-post.ts'
import type { BodyParts, Draft, Post, PostFile } from './post.ts'
import { isOther, linkPlaces, noteDeadLinks, withArticle } from './post-links.ts'
import { type Note, noteFor, type Problem } from './problems.ts'
import type { SiteConfig } from './site-config.ts'
import { cleanBody } from './stages/clean-body/clean-body.ts'
import { nameSource } from './stages/name-source.ts'
import { parseBody } from './stages/parse-body/parse-body.ts'
import { parseFrontMatter } from './stages/parse-front-matter.ts'
import type { RenderLiquid } from './stages/render-liquid/liquid-engine.ts'
import { resolveLinks } from './stages/resolve-links.ts'
import { sanitizeBody } from './stages/sanitize-body.ts'
import { splitBody } from './stages/split-body.ts'
import { titleFrom, writeExcerpt } from './stages/write-excerpt.ts'
import { storyIdIn } from './story-id.ts'
import { isWithdrawn, lineOfField } from './where-written.ts'

/** What a post is read with besides itself. */
export interface Reading {
  /** What the post's links name, with permalinks (see LinkPlaces); nothing as long as it is not known. */
  readonly articles?: ReadonlyMap<string, string> | undefined
  /** Renders Liquid where the site asks for it; elsewhere it is text. */
  readonly renderLiquid?: RenderLiquid | undefined
}

const NO_ARTICLES: ReadonlyMap<string, string> = new Map()

/** Runs one post through the stages. */
export const postToArticle = (file: PostFile, config: SiteConfig, reading: Reading = {}): Draft =>
  alone(stagesOf(file, config, reading))

/** The stages of a post, in order; the sanitizer is the last that touches the body. */
export function* stagesOf(file: PostFile, config: SiteConfig, reading: Reading): Staged<Draft> {
  const { lang } = config.site
  const { articles = NO_ARTICLES, renderLiquid = (post) => post } = reading
  const problems: Problem[] = []
  const note = noteFor(problems, file.path)
  yield 'front matter'
  const post = renderLiquid(parseFrontMatter(file, note), note)

  yield 'place'
  const placed = placePost(post, config, note)
  const { matter, date, modified, categories, slug, permalink, aliases } = placed

  yield 'split'
  const parts = splitBody(post.body)

  yield 'parse'
  const parsed = parse(parts, lang, note, post)

  yield 'clean'
  const body = cleanBody(parsed, lang, note, lineFinder(post))

  yield 'link'
  const own = storyIdIn(file.path.slice(file.path.lastIndexOf('/') + 1))
  const source = withArticle(nameSource(parts, body), articles, own)
  const asks = new Set(resolveLinks(body.tree, linkPlaces(config, articles), own))
  const story = source?.link && !source.article ? storyIdIn(source.link) : undefined
  if (story && isOther(story, own)) asks.add(story)
  if (reading.articles) noteDeadLinks(body.tree, note, lineFinder(post))

  yield 'extract'
  const written = textOf(matter.title).replace(/\s+/g, ' ').trim()
  const title = written || titleFrom(parts.digest, body.opening) || slug || 'untitled'
  if (!written) note('title', 'has no title', `took “${title}” from the text`, lineOfField(post, 'title'))
  const opening = openingOf(parts, body.opening, config)
  const excerpt = writeExcerpt(textOf(matter.excerpt) || parts.digest, opening, title)

  yield 'sanitize'
  const html = sanitizeBody(withDigest(body.tree, parts.digest, body.text))
  const { day, time, instant, epoch } = date
  return {
    article: {
      permalink,
      day,
      time,
      instant,
      title,
      excerpt,
      categories,
      ...(source && { source }),
      html,
    },
    epoch,
    modified,
    path: file.path,
    aliases,
    isPublished: !isWithdrawn(post, matter.published),
    problems,
    asks: [...asks],
    isStub: !written && !/\d{4}-\d/.test(textOf(matter.date)),
  }
}

/** A list or map is no text, and is not made one: with YAML's aliases its text can be larger than memory. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The text before the excerpt's separator, where the site names one and the post has it; else the whole opening. */
const openingOf = (parts: BodyParts, opening: string, { excerptSeparator, site }: SiteConfig): string => {
  const end = excerptSeparator ? parts.story.indexOf(excerptSeparator) : -1
  if (end < 0) return opening
  const head = parseBody({ ...parts, story: parts.story.slice(0, end) }, site.lang)
  return cleanBody(
    head,
    site.lang,
    () => {},
    () => 1,
  ).opening
}

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
