import type { Feed, FeedEntry } from '../feed.ts'
import { permitted } from '../xml-text.ts'

/** A feed as JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/ */
export const writeJsonFeed = ({ title, description, lang, author, home, self, entries }: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: permitted(title),
    home_page_url: home,
    feed_url: self,
    ...(description && { description: permitted(description) }),
    language: lang,
    authors: [{ name: permitted(author) }],
    items: entries.map(itemOf),
  })

const itemOf = ({ address, title, published, updated, excerpt, categories, source, html }: FeedEntry) => ({
  id: address,
  url: address,
  ...(source?.link && { external_url: source.link }),
  // A title that is empty is one that is not there.
  ...(title && { title: permitted(title) }),
  // An item must have a text of either kind.
  ...(html === undefined ? { content_text: permitted(excerpt) } : { content_html: permitted(html) }),
  ...(excerpt && { summary: permitted(excerpt) }),
  date_published: published,
  ...(updated !== published && { date_modified: updated }),
  ...(source?.name && { authors: [{ name: permitted(source.name) }] }),
  ...(categories.length > 0 && { tags: categories.map(({ name }) => permitted(name)) }),
})
