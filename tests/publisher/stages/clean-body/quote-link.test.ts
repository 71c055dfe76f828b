import { toHtml } from 'hast-util-to-html'
import { expect, it } from 'vitest'
import { isChart, quoteLink } from '../../../../src/publisher/stages/clean-body/quote-link.ts'

const image = (src: string) => ({
  type: 'element' as const,
  tagName: 'img',
  properties: { src },
  children: [],
})
const CHART = 'webquoteklinepic.eastmoney.com/GetPic.aspx'

it.each([
  [`https://${CHART}?nid=0.002752&imageType=k`, '0.002752', '002752'],
  [`//${CHART}?imageType=k&nid=106.NIO`, '106.NIO', 'NIO'],
  [`http://${CHART}?nid=90.BK0473`, '90.BK0473', 'BK0473'],
])('the live chart %s becomes a link to its quote', (src, stock, code) => {
  const link = quoteLink(image(src), 'zh-CN')
  expect(link && toHtml(link)).toBe(
    `<a href="https://quote.eastmoney.com/unify/r/${stock}">${code} 最新行情</a>`,
  )
})

it.each([
  'https://a.cn/a.png',
  `https://evil.example/?u=https://${CHART}?nid=0.1`,
  `https://${CHART}?nid="><script>`,
  '',
])('%j is no chart', (src) => {
  expect(isChart(image(src))).toBe(false)
  expect(quoteLink(image(src), 'zh-CN')).toBeUndefined()
})
