import { expect, it } from 'vitest'
import { openingOf, recordOf } from '../../src/publisher/post-record.ts'
import { anArticleWith, draftOf, recordFrom } from './site-folder.ts'

const NAME = '2022-01-04-a.md'
const sameness = (text: string, path = NAME) => recordFrom(draftOf(path, text)).sameness

it('keeps what settles a post’s place, and nothing of its text', () => {
  const draft = draftOf(NAME, '---\ntitle: 甲\ncategories: macro\n---\n很长的正文。\n')
  const json = JSON.stringify(draft.article)
  const record = recordOf(draft, 'f'.repeat(40), json)
  expect(record).toEqual({
    path: `_posts/${NAME}`,
    id: 'f'.repeat(40),
    day: '2022-01-04',
    epoch: Date.UTC(2022, 0, 3, 16),
    permalink: '/macro/2022/01/04/a.html',
    aliases: draft.aliases,
    categories: [{ slug: 'macro', name: 'macro' }],
    sameness: expect.stringMatching(/^.{16}$/),
    bytes: Buffer.byteLength(json),
    asks: [],
    answers: [],
    isPublished: true,
    stub: undefined,
    problems: [],
    stamp: 0,
  })
})

it('is the same for posts of one address, title and text alone', () => {
  const text = '---\ntitle: 甲\n---\n正文\n'
  expect(sameness(text, 'b/2022-01-04-a.md')).toBe(sameness(text))
  expect(sameness(text.replace('---\n正', 'excerpt: 摘\n---\n正'))).toBe(sameness(text))
  expect(sameness(text.replace('甲', '乙'))).not.toBe(sameness(text))
  expect(sameness(text.replace('正文', '另文'))).not.toBe(sameness(text))
  expect(sameness(text, '2022-01-04-b.md')).not.toBe(sameness(text))
})

it('remembers all that links asked for, those that were answered, too', () => {
  const draft = draftOf(NAME, '---\ntitle: 甲\n---\n[无]({% post_url none %})\n')
  expect(recordOf(draft, '', '')).toMatchObject({ asks: ['none'], answers: [] })
  const answers = [
    ['b', '/b.html'],
    ['none', undefined],
  ] as const
  expect(recordOf(draft, '', '', answers)).toMatchObject({
    asks: ['b', 'none'],
    answers: ['/b.html', undefined],
  })
})

it('tells how a stub begins', () => {
  const draft = draftOf(
    '-1.md',
    '---\ntitle: ""\ndate: +0800\n---\n<p>一篇没有题目的短文，只有这一句话。</p>\n',
  )
  expect(recordFrom(draft).stub).toBe(openingOf(draft.article))
})

it('an article begins with its excerpt, whole characters of it, else with its title, if it has any text', () => {
  expect(openingOf(anArticleWith({ excerpt: '𠀀'.repeat(50) }))).toBe('𠀀'.repeat(40))
  expect(openingOf(anArticleWith({ excerpt: '', title: '题' }))).toBe('题')
  expect(openingOf(anArticleWith({ excerpt: '', html: '' }))).toBe('')
})
