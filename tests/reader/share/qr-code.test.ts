import jsQR from 'jsqr'
import { describe, expect, it } from 'vitest'
import { type QrCode, qrCodeOf } from '../../../src/reader/share/qr-code.ts'

/** The code as a picture of four pixels a module. */
const picture = ({ size, runs }: QrCode): [Uint8ClampedArray, number, number] => {
  const side = size * 4
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const { x, y, width } of runs)
    for (let row = y * 4; row < y * 4 + 4; row++)
      for (let column = x * 4; column < (x + width) * 4; column++)
        pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3)
  return [pixels, side, side]
}

describe('the code of an address', () => {
  it.each([
    'https://a.cn/',
    'https://news.example/caijing/2022/04/28/a.html',
    `https://news.example/${encodeURIComponent('央行开展逆回购操作')}.html`,
    `https://news.example/${'b'.repeat(600)}`,
  ])('is read as %s by another program', (address) => {
    const code = qrCodeOf(address)
    if (!code) throw new Error('no code')
    expect(jsQR(...picture(code))?.data).toBe(address)
  })

  it('has four light modules around it', () => {
    const { size, runs } = qrCodeOf('https://a.cn/') ?? { size: 0, runs: [] }
    const ends = runs.flatMap(({ x, y, width }) => [x, y, x + width - 1])
    expect([Math.min(...ends), Math.max(...ends)]).toEqual([4, size - 5])
  })

  it('is there for what just fits, and not for what is longer', () => {
    expect(qrCodeOf('a'.repeat(2331))?.size).toBe(177 + 8)
    expect(qrCodeOf('a'.repeat(2332))).toBeUndefined()
    expect(qrCodeOf('长'.repeat(778))).toBeUndefined()
  })
})
