import { type Feed, type FeedEntry, updatedOf } from '../feed.ts'
import { xmlElement, xmlEmpty, xmlText } from '../xml-text.ts'

/** A feed as Atom (RFC 4287), with the links of a feed that has an archive (RFC 5005, section 4). */
export const writeAtom = (feed: Feed): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="${xmlText(feed.lang)}">`,
    xmlElement('id', feed.id),
    `<title>${xmlText(feed.title)}</title>`,
    xmlElement('subtitle', feed.description),
    xmlElement('updated', updatedOf(feed)),
    `<author>${xmlElement('name', feed.author)}</author>`,
    '<generator>Kanbao</generator>',
    feed.isArchive ? '<fh:archive/>' : '',
    xmlEmpty('link', { rel: 'self', type: ATOM, href: feed.self }),
    xmlEmpty('link', { rel: 'alternate', type: 'text/html', href: feed.home }),
    ...Object.entries(feed.links ?? {}).map(([rel, href]) => xmlEmpty('link', { rel, type: ATOM, href })),
    ...feed.entries.map(entryOf),
    '</feed>',
  ]
    .filter(Boolean)
    .join('\n')
    .concat('\n')

const ATOM = 'application/atom+xml'

const entryOf = ({
  address,
  title,
  published,
  updated,
  excerpt,
  categories,
  source,
  html,
}: FeedEntry): string => {
  const id = xmlText(address)
  return [
    `<entry><id>${id}</id><title>${xmlText(title)}</title>`,
    `<link rel="alternate" type="text/html" href="${id}"/>`,
    `<published>${published}</published><updated>${updated}</updated>`,
    source?.name ? `<author>${xmlElement('name', source.name)}</author>` : '',
    source?.link ? xmlEmpty('link', { rel: 'via', href: source.link }) : '',
    ...categories.map(({ slug, name }) => `<category term="${xmlText(slug)}" label="${xmlText(name)}"/>`),
    xmlElement('summary', excerpt),
    html === undefined ? '' : `<content type="html">${xmlText(html)}</content>`,
    '</entry>',
  ].join('')
}
