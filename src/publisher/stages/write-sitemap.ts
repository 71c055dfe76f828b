import { xmlElement } from '../xml-text.ts'

/** An address for search engines; `modified` is a moment as RFC 3339 writes it. */
export interface SitemapAddress {
  readonly address: string
  readonly modified?: string | undefined
}

const HEAD = '<?xml version="1.0" encoding="utf-8"?>'
const SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/** A sitemap of whole addresses: https://www.sitemaps.org/protocol.html */
export const writeSitemap = (addresses: Iterable<SitemapAddress>): string => {
  const lines = [HEAD, `<urlset ${SPACE}>`]
  for (const { address, modified = '' } of addresses)
    lines.push(`<url>${xmlElement('loc', address)}${xmlElement('lastmod', modified)}</url>`)
  return `${lines.join('\n')}\n</urlset>\n`
}

/** An index of sitemaps. */
export const writeSitemapIndex = (sitemaps: readonly string[]): string => {
  const lines = sitemaps.map((address) => `<sitemap>${xmlElement('loc', address)}</sitemap>`)
  return [HEAD, `<sitemapindex ${SPACE}>`, ...lines, '</sitemapindex>\n'].join('\n')
}

/** What keeps no crawler from anything, and tells all of them where the sitemaps are (RFC 9309). */
export const writeRobots = (sitemap: string): string => `User-agent: *\nDisallow:\n\nSitemap: ${sitemap}\n`
