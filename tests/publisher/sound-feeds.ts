import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { RelaxNGValidator, XmlDocument, type XmlElement } from 'libxml2-wasm'
import { expect } from 'vitest'

const schema = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../fixtures/schemas/${name}`, import.meta.url)), 'utf8')

const validatorOf = (name: string): RelaxNGValidator =>
  RelaxNGValidator.fromDoc(XmlDocument.fromString(schema(name)))
const [atom, sitemap] = [validatorOf('atom.rng'), validatorOf('sitemap.rng')]
const isJsonFeed = new Ajv().compile(JSON.parse(schema('json-feed.json')))

const NAMES = { a: 'http://www.w3.org/2005/Atom', s: 'http://www.sitemaps.org/schemas/sitemap/0.9' }

/** Reads XML with libxml2, and lets go of it again. */
const reading = <T>(
  xml: string,
  validator: RelaxNGValidator | undefined,
  read: (doc: XmlDocument) => T,
): T => {
  const doc = XmlDocument.fromString(xml)
  try {
    validator?.validate(doc)
    return read(doc)
  } finally {
    doc.dispose()
  }
}

const textsOf = (from: XmlDocument | XmlElement, path: string): string[] =>
  from.find(path, NAMES).map((node) => node.content)

/** What an aggregator takes from an Atom feed. */
export interface ReadFeed {
  readonly id: string
  readonly title: string
  readonly updated: string
  readonly isArchive: boolean
  /** By relation. */
  readonly links: Readonly<Record<string, string>>
  readonly entries: readonly ReadEntry[]
}

export interface ReadEntry {
  readonly id: string
  readonly title: string
  readonly published: string
  readonly updated: string
  readonly author: string
  readonly via: string
  readonly terms: readonly string[]
  readonly summary: string
  readonly content: string | undefined
}

/** Reads an Atom feed that must be one by RFC 4287. */
export const readAtom = (xml: string): ReadFeed =>
  reading(xml, atom, (doc) => {
    const links = doc.find('/a:feed/a:link', NAMES) as XmlElement[]
    const attribute = (link: XmlElement, name: string): string => link.attr(name)?.content ?? ''
    const relations = links.map((link) => attribute(link, 'rel'))
    expect(new Set(relations).size).toBe(relations.length)
    const one = (from: XmlDocument | XmlElement, path: string): string => textsOf(from, path)[0] ?? ''
    const entries = (doc.find('/a:feed/a:entry', NAMES) as XmlElement[]).map((entry): ReadEntry => {
      // Section 4.1.2: who reads an entry without content must have somewhere to go; ids are the articles' addresses.
      expect(textsOf(entry, 'a:link[@rel="alternate"]/@href')).toEqual(textsOf(entry, 'a:id'))
      return {
        id: one(entry, 'a:id'),
        title: one(entry, 'a:title'),
        published: one(entry, 'a:published'),
        updated: one(entry, 'a:updated'),
        author: one(entry, 'a:author/a:name'),
        via: one(entry, 'a:link[@rel="via"]/@href'),
        terms: textsOf(entry, 'a:category/@term'),
        summary: one(entry, 'a:summary'),
        content: textsOf(entry, 'a:content')[0],
      }
    })
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
    return {
      id: one(doc, '/a:feed/a:id'),
      title: one(doc, '/a:feed/a:title'),
      updated: one(doc, '/a:feed/a:updated'),
      isArchive: doc.find('/a:feed/*[local-name()="archive"]', NAMES).length === 1,
      links: Object.fromEntries(links.map((link) => [attribute(link, 'rel'), attribute(link, 'href')])),
      entries,
    }
  })

interface JsonItem {
  readonly id: string
  readonly title?: string
  readonly content_html?: string
  readonly content_text?: string
}

/** Reads a JSON feed that must be one by version 1.1. */
export const readJsonFeed = (
  json: string,
): { readonly feed_url: string; readonly items: readonly JsonItem[] } => {
  const feed = JSON.parse(json)
  expect([isJsonFeed(feed), isJsonFeed.errors]).toEqual([true, null])
  return feed
}

/** The addresses of a sitemap or an index, and when each was last changed, if it says so. */
export const readSitemap = (xml: string): ReadonlyMap<string, string | undefined> =>
  reading(xml, sitemap, (doc) => {
    const places = doc.find('/*/*', NAMES) as XmlElement[]
    const found = places.map((place): [string, string | undefined] => [
      textsOf(place, 's:loc')[0] ?? '',
      textsOf(place, 's:lastmod')[0],
    ])
    expect(new Set(found.map(([address]) => address)).size).toBe(found.length)
    return new Map(found)
  })

/** The text in the element of an XML document that has one alone. */
export const readXmlText = (xml: string): string => reading(xml, undefined, (doc) => doc.root.content)
