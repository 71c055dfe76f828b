import { expect, it } from 'vitest'
import { HOST_NAMES } from '../../../../src/publisher/host-budgets.ts'
import { parseConfig } from '../../../../src/publisher/stages/read-config/config-file.ts'
import { readOwnSettings } from '../../../../src/publisher/stages/read-config/read-own-settings.ts'
import { notes } from '../../site-folder.ts'

const read = (text: string) => {
  const { taken, note } = notes()
  return { ...readOwnSettings(parseConfig('c.yml', text), note), taken }
}

const DEFAULTS = {
  drafts: false,
  strict: false,
  archiveDirs: [],
  formerPermalinks: [],
  aliases: [],
  liquid: false,
  host: 'any',
  pages: 'all',
  graceHours: 24,
  search: true,
  feedDays: 31,
  precompress: false,
  taken: [],
}

it.each(['', 'kanbao:\n', 'kanbao: {}\n'])('%j has the defaults', (text) => {
  expect(read(text)).toEqual(DEFAULTS)
})

it('reads each setting', () => {
  const text =
    'kanbao:\n  drafts: true\n  strict: on\n  archive_dirs: [./old_post/, a/b]\n  former_permalinks: pretty\n  aliases: [Old.example, "https://www.old.example:8080/", //m.old.example]\n  liquid: true\n  host: netlify\n  pages: newest 500\n  grace_hours: 48\n  search: off\n  share: [mail, weibo, mail]\n  feed_days: 0\n  precompress: yes\n'
  expect(read(text)).toEqual({
    drafts: true,
    strict: true,
    archiveDirs: ['old_post', 'a/b'],
    formerPermalinks: ['pretty'],
    aliases: ['old.example', 'www.old.example:8080', 'm.old.example'],
    liquid: true,
    host: 'netlify',
    pages: 500,
    graceHours: 48,
    search: false,
    share: ['mail', 'weibo'],
    feedDays: 0,
    precompress: true,
    taken: [],
  })
})

it.each([
  ['all', 'all'],
  ['none', 0],
  ['0', 0],
  ['5000', 5000],
  ['"newest  20000"', 20_000],
])('pages: %s is %s', (written, pages) => {
  expect(read(`kanbao:\n  pages: ${written}\n`)).toEqual({ ...DEFAULTS, pages })
})

it('share: [] is none, and not the default', () => {
  expect(read('kanbao:\n  share: []\n')).toEqual({ ...DEFAULTS, share: [] })
})

it.each(HOST_NAMES)('host: %s is one', (host) => {
  expect(read(`kanbao:\n  host: ${host}\n`)).toEqual({ ...DEFAULTS, host })
})

it('says an unknown one by name', () => {
  expect(read('title: a\nkanbao:\n  draft: true\n')).toEqual({
    ...DEFAULTS,
    taken: ['3: configuration: kanbao.draft is no setting; ignored it'],
  })
})

it.each([
  ['kanbao: yes\n', '1: kanbao: expected settings below it'],
  ['kanbao:\n  drafts: maybe\n', '2: kanbao.drafts: expected true or false'],
  ['kanbao:\n  archive_dirs: { a: b }\n', '2: kanbao.archive_dirs: expected a list of texts'],
  ['kanbao:\n  archive_dirs: [../x]\n', '2: kanbao.archive_dirs: “../x” is not a folder of the site'],
  [
    'kanbao:\n  host: vercel\n',
    '2: kanbao.host: expected one of github-pages, cloudflare-pages, netlify, any',
  ],
  ['kanbao:\n  host: [netlify]\n', '2: kanbao.host: expected one of'],
  ...['-1', '1.5', 'newest', 'oldest 5', '1e3', '[5]', '1234567890'].map((pages) => [
    `kanbao:\n  strict: true\n  pages: ${pages}\n`,
    '3: kanbao.pages: expected all, none, or a whole number such as newest 5000',
  ]),
  ...['-1', '1.5', 'a day', '[24]', '123456'].map((hours) => [
    `kanbao:\n  grace_hours: ${hours}\n`,
    '2: kanbao.grace_hours: expected a whole number of hours',
  ]),
  ['kanbao:\n  share: [x, wechat]\n', '2: kanbao.share: “wechat” is none of weibo, x, telegram, mail'],
  ['kanbao:\n  share: { x: on }\n', '2: kanbao.share: expected a list of texts'],
  ['kanbao:\n  feed_days: all\n', '2: kanbao.feed_days: expected a whole number of days'],
  ['kanbao:\n  aliases: [a.cn/b]\n', '2: kanbao.aliases: “a.cn/b” is not a host'],
])('%j is refused', (text, message) => {
  expect(() => read(text)).toThrow(`c.yml:${message}`)
})
