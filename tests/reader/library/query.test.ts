import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../../src/archive/fold.ts'
import { type Phrase, parseQuery } from '../../../src/reader/library/query.ts'

/** As it is easiest to compare: `title:` and `-` as in a search. */
const written = (words: string): string[] => {
  const { wanted, unwanted } = parseQuery(words)
  const line = (sign: string, { text, inTitle }: Phrase): string => `${sign}${inTitle ? 'title:' : ''}${text}`
  return [...wanted.map((each) => line('', each)), ...unwanted.map((each) => line('-', each))]
}

describe('a search', () => {
  it.each([
    ['贵州茅台', ['贵州茅台']],
    ['贵州 茅台', ['贵州', '茅台']],
    ['　贵州　茅台　', ['贵州', '茅台']],
    ['貴州茅臺', ['贵州茅台']],
    ['ＥＴＦ 茅台', ['etf', '茅台']],
    ['茅台 茅台 茅臺', ['茅台']],
    ['3.5% 12,345 A股', ['3.5%', '12,345', 'a股']],
    ['"贵州 茅台" 涨停', ['贵州 茅台', '涨停']],
    ['“贵州　 茅台”涨停', ['贵州 茅台', '涨停']],
    ['„贵州 茅台“', ['贵州 茅台']],
    ['«贵州 茅台»', ['贵州 茅台']],
    ['「贵州 茅台」『五粮 液』', ['贵州 茅台', '五粮 液']],
    ['"贵州 茅台', ['贵州 茅台']],
    ['茅台"', ['茅台']],
    ['证监会“零容忍”打击', ['证监会', '零容忍', '打击']],
    ['」茅台」', ['茅台']],
    ['"" “” 茅台', ['茅台']],
    ['茅台 -五粮液', ['茅台', '-五粮液']],
    ['茅台 -"五粮 液"', ['茅台', '-五粮 液']],
    ['茅台 - 五粮液', ['茅台', '五粮液']],
    ['COVID-19 2021-2022', ['covid-19', '2021-2022']],
    ['title:茅台', ['title:茅台']],
    ['TITLE：茅台', ['title:茅台']],
    ['标题:茅台 标题：“涨停 板”', ['title:茅台', 'title:涨停 板']],
    ['標題：茅臺', ['title:茅台']],
    ['-标题：茅台 涨停', ['涨停', '-title:茅台']],
    ['茅台 title:茅台', ['茅台', 'title:茅台']],
    ['标题党 subtitle:a', ['标题党', 'subtitle:a']],
    ['，。 ！ -… %', []],
    ['-茅台', ['-茅台']],
    ['', []],
  ])('for %s asks for %j', (words, phrases) => {
    expect(written(words)).toEqual(phrases)
  })

  it.each([
    ['股', ['title:股']],
    ['𠮷', ['title:𠮷']],
    ['𠮷、', ['title:𠮷、']],
    ['股 茅台', ['title:股', '茅台']],
    ['"股"', ['title:股']],
    ['股、债', ['title:股、债']],
    ['《论》', ['title:《论》']],
    ['😀', ['title:😀']],
  ])('for %s, where no two ideographs meet, asks titles alone', (words, phrases) => {
    expect(written(words)).toEqual(phrases)
    expect(parseQuery(words).isOfTitles).toBe(true)
  })

  it.each(['A', 'A股', '5', '茅台 -股', '标题：股'])(
    'for %s does not say that it is of titles: that is no news',
    (words) => {
      expect(parseQuery(words).isOfTitles).toBe(false)
    },
  )

  it('is of words as they are compared, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'茅臺股ａ5 　"“”「-:：题，😀'), maxLength: 20 }),
        (words) => {
          const { wanted, unwanted } = parseQuery(words)
          for (const { text } of [...wanted, ...unwanted]) {
            expect(text).toBe(fold(text).trim())
            expect(text).not.toMatch(/^$|\s{2}|["“”]/)
          }
          expect(parseQuery(`${words}\n`)).toEqual(parseQuery(words))
        },
      ),
    )
  })
})
