import { describe, expect, it } from 'vitest'
import { languageFor, wordsOf } from '../../../src/reader/words/words-context.ts'

describe('the interface language for a site', () => {
  it.each(['zh', 'zh-CN', 'zh-Hant-TW', 'ZH-cn'])('is Chinese for %s', (lang) => {
    expect(languageFor(lang)).toBe('zh')
  })

  it.each(['en', 'en-GB', 'de', '', 'zha', 'x-zh'])('is English for “%s”', (lang) => {
    expect(languageFor(lang)).toBe('en')
  })
})

describe('the words of a language', () => {
  it('carry its tag for the page', () => {
    expect(wordsOf('zh', '2022').lang).toBe('zh-CN')
    expect(wordsOf('en', '2022').lang).toBe('en')
  })

  it('say days with the year that the newest article has', () => {
    expect(wordsOf('zh', '2021').day('2021-12-08')).toBe('12月8日 星期三')
    expect(wordsOf('zh', '').day('2021-12-08')).toBe('2021年12月8日 星期三')
  })
})
