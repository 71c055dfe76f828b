import type { Category } from '../../archive/headline.ts'
import { lowerCase } from '../lower-case.ts'

/** A scraped post's tag is its medium with this word behind it. */
const SUFFIX = /新闻$/

/**
 * The categories of a post, as Jekyll reads them: `categories` a list or words between blanks, then `category` as one
 * (https://jekyllrb.com/docs/posts/#categories); the folders above `_posts` go before them. A scraped post names its category in pinyin and gives the readable
 * name as its tag; one 新闻 is taken off, so that 每日经济新闻新闻 is 每日经济新闻.
 */
export const nameCategories = (
  matter: Readonly<Record<string, unknown>>,
  folders: readonly string[] = [],
): readonly Category[] => {
  const categories = [...wordsOf(matter.categories, true), ...wordsOf(matter.category, false)]
  const tags = [...wordsOf(matter.tags, true), ...wordsOf(matter.tag, false)]
  const named = new Map(
    folders.map((name): [string, Category] => [lowerCase(name), { slug: lowerCase(name), name }]),
  )
  for (const [index, category] of categories.entries()) {
    const slug = lowerCase(category)
    if (named.has(slug)) continue
    named.set(slug, { slug, name: readableName(category, index, categories.length, tags) })
  }
  return [...named.values()]
}

/**
 * Words are cut at the blanks that Ruby knows: a full-width one is a letter to it. Lists within lists are not opened:
 * with YAML's aliases a short file can name more of them than memory holds.
 */
const wordsOf = (value: unknown, split: boolean): string[] => {
  const words = typeof value === 'string' ? (split ? value.split(/[ \t\n\v\f\r]+/) : [value]) : value
  if (!Array.isArray(words)) return []
  return words
    .filter((word) => typeof word === 'string')
    .map((word) => word.replace(/\p{Surrogate}/gu, '\uFFFD')) // half a character has no address
    .filter(Boolean)
}

const readableName = (category: string, index: number, of: number, tags: readonly string[]): string => {
  // Only as many tags as categories can be names; more of them are topics of a hand-written post.
  const tag = tags.length === of ? tags[index] : undefined
  const isName =
    tag !== undefined && isHan(tag) && !isHan(category) && (of === 1 || SUFFIX.test(tags.at(-1) ?? ''))
  if (!isName) return category.trim() || category
  return tag.trim().replace(SUFFIX, '') || tag
}

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text)
