import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SiteError } from '../../../../src/publisher/problems.ts'
import { readConfig } from '../../../../src/publisher/stages/read-config/read-config.ts'
import { fill, newFolder, newSite, notes } from '../../site-folder.ts'

const configOf = (text: string) => readConfig(newSite({ '_config.yml': text }), notes().note)

it('reads what the site says of itself', () => {
  const text =
    'title: 金融消息\ndescription: 每日\nlang: zh-cn\ntimezone: Asia/Shanghai\nurl: https://a.cn/\nbaseurl: news/\nauthor: { name: ZNing }\npermalink: pretty\n'
  expect(configOf(text)).toMatchObject({
    site: {
      title: '金融消息',
      description: '每日',
      lang: 'zh-CN',
      timezone: 'Asia/Shanghai',
      url: 'https://a.cn',
      baseurl: '/news',
      author: 'ZNing',
    },
    permalink: 'pretty',
    liquid: false,
    host: 'any',
    pages: 'all',
  })
})

it.each(['', '# nothing\n', 'title:\nbaseurl: /\n', 'title: ""\nurl: ""\n'])(
  '%j has the defaults',
  (text) => {
    const { site, permalink } = configOf(text)
    expect(site).toMatchObject({
      title: '看报',
      lang: 'zh-CN',
      timezone: 'UTC',
      url: '',
      baseurl: '',
      author: '',
    })
    expect(permalink).toBe('date')
  },
)

it.each([
  ['kanbao:\n  share: [x]\n', ['x']],
  ['kanbao:\n  share: []\n', []],
  ['kanbao:\n  search: off\n', undefined],
])('%j tells readers where to share', (text, share) => {
  expect(configOf(text).site.share).toEqual(share)
})

it('does without a _config.yml where there are posts, and says so', () => {
  const { taken, note } = notes()
  const site = fill(newFolder(), { '_posts/a.md': '' })
  expect(readConfig(site, note).site.title).toBe('看报')
  expect(taken).toEqual(['configuration: the site has no _config.yml; took the defaults'])
})

it('cuts texts to the format’s limits: the root is bounded', () => {
  const { site } = configOf(`title: ${'长'.repeat(300)}\ndescription: ${'长'.repeat(900)}\n`)
  expect([site.title.length, site.description.length]).toEqual([200, 500])
})

describe('a site that cannot be read is refused by name:', () => {
  it.each([
    ['title: "a"b"\n', ':1: not valid YAML: '],
    ['title: a\n  b: c\n d\n', ':2: not valid YAML: '],
    ['title: a\nx: *y\n', ':2: not valid YAML: '],
    ['- a\n', ':1: expected a list of settings'],
    ['title: [a]\n', ':1: title: expected text'],
    ['timezone: Asia/Peking\n', ':1: timezone: “Asia/Peking” is not a time zone'],
    ['lang: 中文\n', ':1: lang: “中文” is not a language tag'],
  ])('%j', (text, message) => {
    const site = newSite({ '_config.yml': text })
    const read = () => readConfig(site, notes().note)
    expect(read).toThrow(SiteError)
    expect(read).toThrow(`${join(site, '_config.yml')}${message}`)
  })

  it('no folder, a file, an empty folder', () => {
    const folder = newSite({ file: '' })
    const read = (site: string) => () => readConfig(site, notes().note)
    expect(read(join(folder, 'none'))).toThrow(`${join(folder, 'none')}: there is no such folder`)
    expect(read(join(folder, 'file'))).toThrow(`${join(folder, 'file')}: is a file, not a site folder`)
    expect(read(newFolder())).toThrow('has neither _config.yml nor _posts; is it a Jekyll site?')
  })
})

it('reads what tells posts from other files, and what is set behind their front matter', () => {
  const text =
    'markdown_ext: "md, TXT"\ninclude: [_a]\nexclude: [b]\ncollections_dir: ./c/\ncollections: { posts: { permalink: /:title/ } }\ndefaults: [{ values: { layout: post } }]\nfuture: false\nexcerpt_separator: <!--more-->\nkanbao: { strict: true }\n'
  const config = configOf(text)
  expect(config).toMatchObject({
    markdownExt: ['md', 'txt'],
    include: ['_a'],
    collectionsDir: 'c',
    permalink: '/:title/',
    defaults: [{ values: { layout: 'post' } }],
    future: false,
    excerptSeparator: '<!--more-->',
    strict: true,
  })
  expect(config.exclude).toEqual(expect.arrayContaining(['b', 'node_modules', 'vendor/bundle']))
  expect(configOf('').future).toBe(true)
})
