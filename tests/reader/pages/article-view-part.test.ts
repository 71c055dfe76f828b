// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { ArticleView } from '../../../src/reader/article/article-view.tsx'
import { articleView, loadArticleView } from '../../../src/reader/pages/article-view-part.ts'

it('is waited for until it is loaded, and is at hand from then on', async () => {
  const later = articleView()
  expect(later).not.toBe(ArticleView)
  expect(articleView()).toBe(later)
  expect(await loadArticleView()).toBe(ArticleView)
  expect(articleView()).toBe(ArticleView)
})
