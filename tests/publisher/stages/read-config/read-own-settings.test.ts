import { expect, it } from 'vitest'
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
  taken: [],
}

it.each(['', 'kanbao:\n', 'kanbao: {}\n'])('%j has the defaults', (text) => {
  expect(read(text)).toEqual(DEFAULTS)
})

it('reads each setting', () => {
  const text =
    'kanbao:\n  drafts: true\n  strict: on\n  archive_dirs: [./old_post/, a/b]\n  former_permalinks: pretty\n  aliases: [Old.example, "https://www.old.example:8080/", //m.old.example]\n  liquid: true\n'
  expect(read(text)).toEqual({
    drafts: true,
    strict: true,
    archiveDirs: ['old_post', 'a/b'],
    formerPermalinks: ['pretty'],
    aliases: ['old.example', 'www.old.example:8080', 'm.old.example'],
    liquid: true,
    taken: [],
  })
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
  ['kanbao:\n  aliases: [a.cn/b]\n', '2: kanbao.aliases: “a.cn/b” is not a host'],
])('%j is refused', (text, message) => {
  expect(() => read(text)).toThrow(`c.yml:${message}`)
})
