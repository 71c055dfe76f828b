import { expect, it } from 'vitest'
import { firstImage } from '../../src/publisher/first-image.ts'

it.each([
  ['<p>文</p>', undefined],
  ['<p>&#x3C;img src="/a.png"></p>', undefined],
  ['<p>文<img src="/a.png"><img src="/b.png"></p>', '/a.png'],
  ['<img alt="图" width="3" src="https://a.cn/a.png" title="题">', 'https://a.cn/a.png'],
  ['<img src="/a?b=1&#x26;c=&#x22;&amp;d">', '/a?b=1&c="&d'],
  ['<img alt="没有"><img src=""><img src="/b.png">', '/b.png'],
  ['<a title="<img src=" href="/x"><img alt=" src=" src="/b.png"></a>', '/b.png'],
  ['<img alt="<img src=\'/a.png\'>" src="/b.png">', '/b.png'],
])('of %s is %s', (html, address) => {
  expect(firstImage(html)).toBe(address)
})
