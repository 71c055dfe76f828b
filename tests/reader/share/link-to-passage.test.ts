// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { findPassage } from '../../../src/reader/article/find-passage.ts'
import { linkToPassage } from '../../../src/reader/share/link-to-passage.ts'

const ADDRESS = 'https://news.example/a.html'
const SAME = '市场监管总局今天表示，将持续关注重点领域的价格走势。'

beforeEach(() => {
  document.documentElement.lang = 'zh-CN'
  document.body.innerHTML = `<main>
    <section class="list"><p>央行今天开展逆回购操作，净投放二百亿元。</p></section>
    <section><article>
      <p>央行今天开展逆回购操作，净投放二百亿元。</p>
      <p>第一段：${SAME}</p>
      <p>第二段：${SAME}</p>
      <p>The re-opening of the well-known A-share market, 20-30 % up.</p>
      <p>是</p><p>是</p>
    </article></section></main>`
})

/** A range in the paragraphs of the article. */
const passage = (first: number, from: number, last: number, to: number): Range => {
  const range = document.createRange()
  const text = (at: number) => document.querySelectorAll('article p')[at]?.firstChild as Text
  range.setStart(text(first), from)
  range.setEnd(text(last), to)
  return range
}

const found = (link: string | undefined): Range | undefined => {
  const article = document.querySelector('article')
  return link && article ? findPassage(new URL(link).hash, article) : undefined
}

describe('a link to a passage', () => {
  it.each([
    ['in a text that the list repeats', passage, [0, 4, 0, 9], 0],
    ['in the first of two equal sentences', passage, [1, 4, 1, 20], 1],
    ['in the second of two equal sentences', passage, [2, 4, 2, 20], 2],
    ['that begins and ends within a word', passage, [2, 5, 2, 9], 2],
    ['over two paragraphs', passage, [1, 6, 2, 12], 1],
    ['with hyphens, which are signs of the directive too', passage, [3, 4, 3, 36], 3],
  ] as const)('%s leads there', (_, select, [first, from, last, to], paragraph) => {
    const range = select(first, from, last, to)
    const link = linkToPassage(ADDRESS, range)
    expect(link).toMatch(/^https:\/\/news\.example\/a\.html#:~:text=[^\s-]/)
    const again = found(link)
    const place = document.querySelectorAll('article p')[paragraph]
    expect(place?.contains(again?.startContainer ?? null)).toBe(true)
    expect(again?.toString().replace(/\s+/g, '')).toContain(range.toString().replace(/\s+/g, ''))
  })

  it('leaves what is selected and how the page looks as it was', () => {
    const range = passage(2, 5, 2, 9)
    const before = document.body.innerHTML
    linkToPassage(ADDRESS, range)
    expect(range.toString()).toBe(SAME.slice(1, 5))
    expect(document.body.innerHTML.replaceAll(' style=""', '')).toBe(before)
  })

  it('is none where the passage cannot be told from another', () => {
    document.body.innerHTML = `<main><section><article>${'<p>是</p>'.repeat(30)}</article></section></main>`
    expect(linkToPassage(ADDRESS, passage(15, 0, 15, 1))).toBeUndefined()
  })
})
