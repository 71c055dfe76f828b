import { afterEach, describe, expect, it } from 'vitest'
import { UNDATED } from '../../../src/archive/day.ts'
import { dayWords } from '../../../src/reader/words/day-words.ts'
import { en } from '../../../src/reader/words/en.ts'
import { zh } from '../../../src/reader/words/zh.ts'

const zone = process.env.TZ
afterEach(() => {
  process.env.TZ = zone
})

const chinese = dayWords('zh-CN', '2022', zh.days)
const english = dayWords('en', '2022', en.days)

describe('a day in words', () => {
  it('leaves out the year of the newest article', () => {
    expect(chinese.day('2022-04-10')).toBe('4月10日 星期日')
    expect(english.day('2022-04-10')).toBe('Sunday, April 10')
  })

  it('names any other year', () => {
    expect(chinese.day('2021-12-08')).toBe('2021年12月8日 星期三')
    expect(english.day('2021-12-08')).toBe('Wednesday, December 8, 2021')
    expect(dayWords('zh-CN', '2026', zh.days).day('2022-04-10')).toBe('2022年4月10日 星期日')
  })

  it('names the newest year, too, where the day stands alone', () => {
    expect(chinese.dayInFull('2022-04-10')).toBe('2022年4月10日 星期日')
    expect(english.dayInFull('2022-04-10')).toBe('Sunday, April 10, 2022')
  })

  it('says that an article has no day', () => {
    expect(chinese.day(UNDATED)).toBe('日期不详')
    expect(english.day(UNDATED)).toBe('Undated')
  })

  it('knows the leap day and the ends of a year', () => {
    expect(dayWords('zh-CN', '2024', zh.days).day('2024-02-29')).toBe('2月29日 星期四')
    expect(chinese.day('2022-01-01')).toBe('1月1日 星期六')
    expect(chinese.day('2022-12-31')).toBe('12月31日 星期六')
  })

  // A plain day must not move by one for a reader on the other side of the world.
  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Shanghai', 'America/Sao_Paulo'])(
    'is the same day for a reader in %s',
    (place) => {
      process.env.TZ = place
      const here = dayWords('zh-CN', '2022', zh.days)
      expect(here.day('2022-04-10')).toBe('4月10日 星期日')
      expect(here.day('2022-01-01')).toBe('1月1日 星期六')
    },
  )
})
