import { expect, it } from 'vitest'
import { nameSource } from '../../../src/publisher/stages/name-source.ts'

const LINK = 'https://a.cn/1'

it.each([
  [
    'its last line',
    { sourceName: '中国证券报', digest: '摘要。（财联社）', text: '' },
    { name: '中国证券报' },
  ],
  ['the end of its digest', { digest: '摘要。（财联社）', text: '正文。（新华网）' }, { name: '财联社' }],
  ['the end of its text, in half-width brackets', { text: '正文。(中证网)' }, { name: '中证网' }],
  ['no bracket that holds another thing', { text: '公布了增持的公司（名单）' }, undefined],
  ['no bracket in the middle', { text: '（新华网）消息' }, undefined],
  ['its link alone', { sourceLink: LINK, text: '正文。' }, { link: LINK }],
  ['both', { sourceLink: LINK, text: '正文。（Wind）' }, { name: 'Wind', link: LINK }],
])('takes the source from %s', (_, parts, expected) => {
  const {
    digest = '',
    sourceLink,
    text,
    sourceName,
  } = { sourceLink: undefined, sourceName: undefined, ...parts } as {
    digest?: string
    sourceLink: string | undefined
    text: string
    sourceName: string | undefined
  }
  expect(nameSource({ digest, sourceLink }, { text, sourceName })).toEqual(expected)
})
