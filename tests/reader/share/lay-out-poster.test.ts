import { describe, expect, it } from 'vitest'
import { layOutPoster, type PosterContent } from '../../../src/reader/share/lay-out-poster.ts'
import { qrCodeOf } from '../../../src/reader/share/qr-code.ts'

/** A wide character is as wide as its type is high. */
const measure = (text: string, font: string): number =>
  [...text].length * Number(/ (\d+)px/.exec(font)?.[1]) * (/^[\x20-\x7e]+$/.test(text) ? 0.5 : 1)

const CONTENT: PosterContent = {
  site: '金融消息',
  title: '央行开展逆回购操作',
  digest: '今日央行公告称，为维护银行体系流动性合理充裕，开展逆回购操作。',
  day: '2022年4月10日 星期日',
  origin: '南昌日报 · 06:33',
  invitation: '扫码阅读全文',
  host: 'news.example',
  code: qrCodeOf('https://news.example/a.html'),
}
const lay = (content: Partial<PosterContent>) =>
  layOutPoster({ ...CONTENT, ...content }, { serif: 'S', sans: 'T' }, measure)
const said = (content: Partial<PosterContent>) =>
  lay(content)
    .texts.map(({ text }) => text)
    .join('')

describe('a poster', () => {
  it('says everything once, from top to bottom, within its margins', () => {
    const { texts, width, height } = lay({})
    const { site, title, digest, day, origin, invitation, host } = CONTENT
    expect(texts.map(({ text }) => text).join('')).toBe(
      (site + day + title + origin + digest + invitation + host).replaceAll(' ', ''),
    )
    for (const { text, font, x, y } of texts) {
      expect(x).toBeGreaterThanOrEqual(88)
      expect(x + measure(text, font)).toBeLessThanOrEqual(width - 88 + 0.001)
      expect(y).toBeLessThan(height - 40)
    }
    expect(texts.map(({ y }) => y)).toEqual(texts.map(({ y }) => y).sort((a, b) => a - b))
  })

  it('is 3:4 where there is little to say, and as tall as it must be where there is much', () => {
    expect(lay({ digest: '' })).toMatchObject({ width: 1080, height: 1440 })
    const long = lay({ title: '很长的标题'.repeat(30), digest: '很长的摘要。'.repeat(40) })
    expect(long.height).toBeGreaterThan(1440)
    expect(long.code?.y).toBeGreaterThan(Math.max(...long.texts.slice(0, -20).map(({ y }) => y)))
  })

  it.each(['day', 'origin', 'digest'] as const)('without %s leaves no gap where it would stand', (field) => {
    expect(said({ [field]: '' })).toBe(said({}).replace(CONTENT[field].replaceAll(' ', ''), ''))
    const rule = (content: Partial<PosterContent>) => lay(content).rules[0]?.y ?? 0
    if (field === 'day') expect(rule({ day: '' })).toBeLessThan(rule({}))
  })

  it('sets a longer title smaller, and shows 140 characters of it whole', () => {
    const sizes = [10, 45, 70, 140].map((length) => {
      const title = '题'.repeat(length)
      expect(said({ title })).toContain(title)
      const [text] = lay({ title }).texts.filter(({ text }) => text === '题')
      return Number(/ (\d+)px/.exec(text?.font ?? '')?.[1])
    })
    expect(sizes).toEqual([76, 68, 56, 46])
  })

  it('ends a title without end somewhere, and says so', () => {
    const { height } = lay({ title: '题'.repeat(5000) })
    expect(said({ title: '题'.repeat(5000) })).toContain('题…')
    expect(height).toBeLessThan(3000)
  })

  it('has its code in whole pixels, four and more a module, with the quiet zone clear of everything', () => {
    for (const length of [10, 300, 1000, 2300]) {
      const code = qrCodeOf(`https://news.example/${'a'.repeat(length)}`)
      const poster = lay({ code })
      const { x = 0, y = 0, module = 0 } = poster.code ?? {}
      expect([x, y, module].every(Number.isInteger)).toBe(true)
      expect(module).toBeGreaterThanOrEqual(4)
      const side = module * (code?.size ?? 0)
      expect(x).toBeGreaterThan(0)
      expect(x + side).toBeLessThanOrEqual(1080)
      expect(y + side).toBeLessThanOrEqual(poster.height)
      const beside = poster.texts.filter((text) => text.y > y)
      for (const text of beside)
        expect(text.x + measure(text.text, text.font)).toBeLessThanOrEqual(x + 4 * module)
      for (const rule of poster.rules) expect(rule.y).toBeLessThan(y)
    }
  })

  it('without a code has the whole address instead', () => {
    const poster = lay({ code: undefined, host: `https://news.example/${'a'.repeat(60)}` })
    expect(poster.code).toBeUndefined()
    expect(poster.texts.map(({ text }) => text).join('')).toContain('a'.repeat(60))
  })
})
