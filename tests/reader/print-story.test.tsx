import fc from 'fast-check'
import { renderToString } from 'react-dom/server'
import { StaticRouter } from 'react-router-dom'
import { expect, it } from 'vitest'
import type { StandingPage } from '../../src/archive/printed-page.ts'
import { Story } from '../../src/reader/article/article-view.tsx'
import { storyPrinter } from '../../src/reader/print-story.ts'
import { WordsContext, wordsOf } from '../../src/reader/words/words-context.ts'
import { anArticleWith, CONFIG } from '../publisher/site-folder.ts'

const { site } = CONFIG
const words = wordsOf('zh', '')

const renderStory = ({ article, body }: StandingPage): string =>
  article
    ? renderToString(
        <StaticRouter basename="/news/" location="/news/">
          <WordsContext value={words}>
            <Story article={{ ...article, html: body }} site={site} state={undefined} isPrinted />
          </WordsContext>
        </StaticRouter>,
      )
    : ''

const pageOf = (fields: Parameters<typeof anArticleWith>[0]): StandingPage => {
  const { html, ...article } = anArticleWith(fields)
  return { site, article, body: html }
}

const name = fc.constantFrom('', '新华社', '财联社', 'a & "b"', "<i>'")
const slug = fc.constantFrom('xinhuashe', '财 联', "a'b&c", 'x/y', '..', '%')
const text = fc.oneof(name, fc.string({ unit: 'binary', maxLength: 8 }))
const anArticle = fc.record({
  title: text,
  html: text,
  day: fc.constantFrom('2022-01-04', '0000-00-00'),
  time: fc.constantFrom('', '10:00'),
  instant: fc.constantFrom('', '2022-01-04T10:00:00+08:00'),
  categories: fc.array(fc.record({ slug, name }), { maxLength: 3 }),
  source: fc.option(
    fc.record(
      { name, link: fc.constantFrom('https://x.cn/?a=1&b="\'', ''), article: fc.constant('/b.html') },
      { requiredKeys: [] },
    ),
    { nil: undefined },
  ),
  isPage: fc.constantFrom(true, undefined),
})

it('prints of any story what React renders of it, however many were printed before', {
  timeout: 60_000,
}, () => {
  const print = storyPrinter(renderStory)
  fc.assert(
    fc.property(anArticle, ({ source, isPage, ...fields }) => {
      const page = pageOf({ ...fields, ...(source && { source }), ...(isPage && { isPage }) })
      // A category that stands twice in an article has React warn of it: no publisher writes one.
      fc.pre(new Set(fields.categories.map((each) => each.slug)).size === fields.categories.length)
      expect(print(page)).toBe(renderStory(page))
    }),
    { numRuns: 600 },
  )
})

it('has React render one story of a kind', () => {
  let rendered = 0
  const print = storyPrinter((page) => {
    rendered++
    return renderStory(page)
  })
  for (const title of ['甲', '乙', '丙']) expect(print(pageOf({ title }))).toContain(`>${title}</h1>`)
  expect(rendered).toBe(1)
  expect(print(pageOf({ title: '丁', time: '' }))).toContain('>丁</h1>')
  expect(rendered).toBe(2)
})

it('puts what a story says into no other slot', () => {
  const print = storyPrinter(renderStory)
  const title = 'kanbao-slot-6-'
  const page = pageOf({ title, html: '<p>kanbao-slot-0-</p>' })
  expect(print(page)).toBe(renderStory(page))
  expect(print(page)).toBe(renderStory(page))
})
