import { describe, expect, it } from 'vitest'
import { titleFrom, writeExcerpt } from '../../../src/publisher/stages/write-excerpt.ts'

const sentence = (length: number, end = '。'): string => `${'字'.repeat(length - 1)}${end}`

describe('an excerpt', () => {
  it.each([
    ['is the digest, on one line', ['摘要一。\n  摘要二。', '正文。', ''], '摘要一。 摘要二。'],
    ['is the story where there is no digest', ['', '正文。', ''], '正文。'],
    ['does not say the title again', ['', '标题\n正文。', '标题'], '正文。'],
    ['is empty when there is nothing else to say', ['标题', '', '标题'], ''],
    ['of 120 characters is whole', ['', sentence(120), ''], sentence(120)],
    ['ends with a sentence', ['', sentence(70) + sentence(80), ''], sentence(70)],
    [
      'ends with a mark where sentences are too short or long',
      ['', sentence(20) + sentence(200), ''],
      `${sentence(20)}${'字'.repeat(99)}…`,
    ],
  ])('%s', (_, [digest = '', text = '', title = ''], expected) => {
    expect(writeExcerpt(digest, text, title)).toBe(expected)
  })

  it('counts characters, not halves of them', () => {
    const excerpt = writeExcerpt('', '𠮷'.repeat(130), '')
    expect(Array.from(excerpt)).toHaveLength(120)
    expect(excerpt).toBe(`${'𠮷'.repeat(119)}…`)
  })
})

describe('a title from the text', () => {
  it.each([
    ['', '北向资金净流入。深市居多。', '北向资金净流入'],
    ['摘要？', '正文。', '摘要'],
    ['', '\n\n无标点的一行\n第二行', '无标点的一行'],
    ['', sentence(60), `${'字'.repeat(44)}…`],
    ['', '', ''],
  ])('of %j and %j is %j', (digest, text, expected) => {
    expect(titleFrom(digest, text)).toBe(expected)
  })
})
