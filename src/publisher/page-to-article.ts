import type { Article } from '../archive/article.ts'
import { UNDATED } from '../archive/day.ts'
import type { PostFile } from './post.ts'
import { type Note, noteFor, type Problem } from './problems.ts'
import type { SiteConfig } from './site-config.ts'
import { applyDefaults } from './stages/apply-defaults.ts'
import { cleanBody } from './stages/clean-body/clean-body.ts'
import { parseBody } from './stages/parse-body/parse-body.ts'
import { parseFrontMatter } from './stages/parse-front-matter.ts'
import { placePage } from './stages/place-page.ts'
import { sanitizeBody } from './stages/sanitize-body.ts'
import { titleFrom, writeExcerpt } from './stages/write-excerpt.ts'
import { isWithdrawn } from './where-written.ts'

/** Addresses at which Kanbao itself answers, so that a page there has been replaced, not lost. */
const REPLACED = /^\/(index\.html|404\.html|category\/.*)?$/

/**
 * A Markdown or HTML file with front matter outside of `_posts` is a page: https://jekyllrb.com/docs/pages/
 * @returns nothing for a page that is a program (Liquid) or has nothing to read; what was left out is noted.
 */
export const pageToArticle = (
  file: PostFile,
  { site, permalink, defaults }: SiteConfig,
  problems: Problem[],
): Article | undefined => {
  const notes: Problem[] = []
  const note: Note = noteFor(notes, file.path)
  const { matter: own, head, body, bodyLine } = parseFrontMatter(file, note)
  const matter = applyDefaults(defaults, file, own, 'pages')
  if (isWithdrawn({ head }, matter.published)) {
    noteFor(problems, file.path)('unpublished', 'says published: false', 'left out', 1)
    return undefined
  }
  const address = placePage(file.path, matter.permalink, permalink)
  if (REPLACED.test(address)) return undefined
  problems.push(...notes)
  const leaveOut = noteFor(problems, file.path)
  if (/\{%/.test(body)) {
    leaveOut('file', 'is a page made by Liquid, which is not run', 'left out', bodyLine)
    return undefined
  }
  try {
    const isHtml = /\.html?$/i.test(file.path)
    const tree = parseBody({ story: body, isHtml }, site.lang)
    const cleaned = cleanBody(tree, site.lang, leaveOut, () => bodyLine)
    const written = typeof matter.title === 'string' ? matter.title.replace(/\s+/g, ' ').trim() : ''
    const title = written || titleFrom('', cleaned.text)
    if (!title) return undefined
    const excerpt = writeExcerpt('', cleaned.opening, title)
    const html = sanitizeBody(cleaned.tree)
    const nothing = { day: UNDATED, time: '', instant: '', categories: [] }
    return html ? { permalink: address, ...nothing, title, excerpt, html, isPage: true } : undefined
  } catch (thrown) {
    leaveOut('markup', `cannot be read as markup (${(thrown as Error).message})`, 'left out', bodyLine)
    return undefined
  }
}
