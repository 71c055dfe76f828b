// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { findPassage } from '../../../src/reader/article/find-passage.ts'

beforeEach(() => {
  document.documentElement.lang = 'zh-CN'
  document.body.innerHTML =
    '<p>央行今天开展操作。</p><article><p>甲：央行今天开展操作。</p><p>乙：央行今天开展操作。</p></article>'
})

const find = (directive: string): [string, string] | undefined => {
  const root = document.querySelector('article')
  const range = root && findPassage(`#${directive}`, root)
  return range ? [range.toString(), range.startContainer.textContent?.slice(0, 1) ?? ''] : undefined
}

describe('the passage that an address names', () => {
  it.each([
    [':~:text=央行', ['央行', '甲']],
    [':~:text=乙：-,央行', ['央行', '乙']],
    [':~:text=央行,操作', ['央行今天开展操作', '甲']],
    [`x:~:text=${encodeURIComponent('开展')}`, ['开展', '甲']],
    [':~:text=无此&text=开展', ['开展', '甲']],
  ])('%s is found in the article, and nowhere else', (directive, place) => {
    expect(find(directive)).toEqual(place)
  })

  it.each([':~:text=无此', ':~:text=', ':~:', 'heading', '', ':~:text=-,,-'])(
    '%j names none',
    (directive) => {
      expect(find(directive)).toBeUndefined()
    },
  )

  it('is refused where it is not percent-encoding', () => {
    expect(() => find(':~:text=%E4%B8')).toThrow(URIError)
  })
})
