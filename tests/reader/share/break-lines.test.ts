import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  balanceLines,
  breakLines,
  clampLines,
  justifyLine,
  type Line,
} from '../../../src/reader/share/break-lines.ts'

/** Type of size 10: ten pixels a wide character, five a narrow one. */
const measure = (text: string): number =>
  [...text].reduce(
    (sum, sign) => sum + (/[\u2e80-\u9fff\uf900-\uffef“”‘’—…]|\p{Emoji_Presentation}/u.test(sign) ? 10 : 5),
    0,
  )
const rules = (width: number) => ({ width, size: 10, measure })
const textOf = ({ pieces }: Line): string => pieces.map(({ text }) => text).join('')
const linesOf = (text: string, width: number): string[] => breakLines(text, rules(width)).map(textOf)

const OPENING = '（《〈【「『“‘(['
const CLOSING = '，。、；：！？…）》〉】」』”’,.;:!?)]%'

describe('lines', () => {
  it.each([
    ['没有一个字', 30, ['没有一', '个字']],
    // 。 would begin the second line, and takes its ideograph along.
    ['央行今日开展。', 60, ['央行今日开', '展。']],
    ['他说“好”。然后', 40, ['他说', '“好”。', '然后']],
    ['出口（同比）增', 30, ['出口', '（同', '比）增']],
    ['影响不小……明年', 50, ['影响不', '小……明年']],
    ['数量虽小——影响', 50, ['数量虽小', '——影响']],
    ['收益率为12,345.67%左右', 55, ['收益率为', '12,345.67%', '左右']],
    ['cut the reserve ratio', 60, ['cutthe', 'reserve', 'ratio']],
    ['按-0.5%计', 40, ['按-0.5%', '计']],
    ['People’s Bank of China', 60, ['People’s', 'Bankof', 'China']],
    ['见https://a.example/b吧', 80, ['见https://a.exa', 'mple/b吧']],
    ['好！！！！！！', 30, ['好！！', '！！！', '！']],
    ['贺👨‍👩‍👧‍👦👨‍👩‍👧‍👦🇨🇳岁', 90, ['贺👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦🇨🇳岁']],
    [' 前后 有空 ', 100, ['前后有空']],
    ['', 100, []],
  ])('of %j at %i px', (text, width, lines) => {
    expect(linesOf(text, width)).toEqual(lines)
  })

  it('keep words apart by a blank, and Chinese from Latin by a little, but not at their ends', () => {
    const [first, second] = breakLines('GDP增速 为good job', rules(70))
    expect(first?.pieces.map(({ text, x }) => [text, x])).toEqual([
      ['GDP', 0],
      ['增', 16.25],
      ['速', 26.25],
      ['为', 41.25],
    ])
    expect(second?.pieces.map(({ text, x }) => [text, x])).toEqual([
      ['good', 0],
      ['job', 25],
    ])
    expect([first?.width, second?.width]).toEqual([51.25, 40])
  })

  it('hold all of the text, are never too long, and break no rule that any break could keep', () => {
    const signs = [...'央行今日开展逆回购操作5.5%GDP，。“”（）《》——……！ ']
    const texts = fc.array(fc.constantFrom(...signs), { maxLength: 80 }).map((all) => all.join(''))
    fc.assert(
      fc.property(texts, fc.integer({ min: 10, max: 30 }), (text, characters) => {
        const lines = breakLines(text, rules(characters * 10))
        expect(lines.map(textOf).join('')).toBe(text.replaceAll(/\s/g, ''))
        for (const [at, line] of lines.entries()) {
          expect(line.width).toBeLessThanOrEqual(characters * 10)
          const previous = lines[at - 1]
          if (!previous) continue
          const whole = textOf(previous)
          // Where the line before is nothing but marks there is no right place.
          if ([...whole].every((sign) => (OPENING + CLOSING).includes(sign))) continue
          const isRight = !CLOSING.includes(textOf(line)[0] ?? '') && !OPENING.includes(whole.at(-1) ?? '')
          const couldBe = previous.pieces.some(
            ({ text: piece }, place) =>
              place > 0 &&
              !CLOSING.includes(piece[0] ?? '') &&
              !OPENING.includes(previous.pieces[place - 1]?.text.at(-1) ?? ''),
          )
          if (couldBe) expect(isRight, JSON.stringify(lines.map(textOf))).toBe(true)
        }
      }),
    )
  })
})

describe('a title', () => {
  it('does not end with a line of one character', () => {
    expect(linesOf('一二三四五六七八九十一', 100)).toEqual(['一二三四五六七八九十', '一'])
    expect(balanceLines('一二三四五六七八九十一', rules(100)).map(textOf)).toEqual([
      '一二三四五六',
      '七八九十一',
    ])
  })

  it('of one line stays as it is', () => {
    expect(balanceLines('一二', rules(100)).map(textOf)).toEqual(['一二'])
  })
})

describe('too many lines', () => {
  const lines = breakLines('一二三四五六七八', rules(40))
  it('end in dots that fit', () => {
    const clamped = clampLines(lines, 1, rules(40))
    expect(clamped.map(textOf)).toEqual(['一二三…'])
    expect(clamped[0]?.width).toBe(40)
  })

  it('are those beyond the limit alone', () => {
    expect(clampLines(lines, 2, rules(40))).toBe(lines)
  })
})

describe('a justified line', () => {
  it('reaches both edges', () => {
    const [line] = breakLines('一二三四', rules(50))
    const justified = line && justifyLine(line, rules(50))
    expect(justified?.pieces.map(({ x }) => Math.round(x * 10) / 10)).toEqual([0, 13.3, 26.7, 40])
  })

  it.each(['一二', '一'])('is not torn apart: %s', (text) => {
    const [line] = breakLines(text, rules(50))
    expect(line && justifyLine(line, rules(50))).toBe(line)
  })
})
