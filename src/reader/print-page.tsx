import { type ReactNode, StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { StaticRouter } from 'react-router-dom'
import type { PrintPage } from '../archive/printed-page.ts'
import { Story } from './article/article-view.tsx'
import { openArchive } from './library/archive.ts'
import { loadArticleView } from './pages/article-view-part.ts'
import { storyPrinter } from './print-story.ts'
import { Paper } from './routes.tsx'
import { languageFor, type Words, WordsContext, wordsOf } from './words/words-context.ts'

/** What stands before and behind the article in the page of any article. */
type Frame = readonly [before: string, behind: string]

/**
 * Prepares to print the pages of a site.
 * @param baseurl the site's base path, without a slash at the end
 */
export const preparePrint = async (baseurl: string): Promise<PrintPage> => {
  await loadArticleView()
  const archive = openArchive(`${baseurl}/`)
  const render = (content: ReactNode, address: string): string =>
    renderToString(
      <StrictMode>
        <StaticRouter basename={`${baseurl}/`} location={baseurl + address}>
          {content}
        </StaticRouter>
      </StrictMode>,
    )
  const printWhole: PrintPage = (page, address) => render(<Paper archive={archive} printed={page} />, address)
  const known = new Map<string, Words>()
  const wordsFor = (lang: string): Words => {
    const words = known.get(lang) ?? wordsOf(languageFor(lang), '')
    known.set(lang, words)
    return words
  }
  const printStory = storyPrinter(({ site, article, body }) =>
    article
      ? render(
          <WordsContext value={wordsFor(site.lang)}>
            <Story article={{ ...article, html: body }} site={site} state={undefined} isPrinted />
          </WordsContext>,
          '/',
        )
      : '',
  )
  const frames = new Map<string, Frame | undefined>()
  return (page, address) => {
    if (!page.article) return printWhole(page, address)
    // Around an article everything is the same in all pages of a site: it takes four fifths of the time.
    const story = printStory(page)
    const key = JSON.stringify(page.site)
    const frame = frames.get(key)
    if (frame) return frame[0] + story + frame[1]
    const whole = printWhole(page, address)
    const start = whole.indexOf(story)
    if (start >= 0) frames.set(key, [whole.slice(0, start), whole.slice(start + story.length)])
    return whole
  }
}
