import { readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { fill } from '../publisher/site-folder.ts'

/** One thing that happens to a site, its ledger or its output between two publishes. Numbers choose, modulo what there is. */
export type Edit =
  | { readonly kind: 'add' | 'date' | 'move'; readonly which: number; readonly day: number }
  | {
      readonly kind: 'edit' | 'remove' | 'touch' | 'link' | 'stub' | 'copy' | 'withdraw' | 'clash'
      readonly which: number
    }
  | { readonly kind: 'config'; readonly which: number }
  | { readonly kind: 'page' | 'picture'; readonly which: number }
  | { readonly kind: 'lose' | 'cut' | 'garble' | 'kill' | 'hole'; readonly which: number }

const which = fc.nat({ max: 10_000 })

export const anEdit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom('add', 'date', 'move'), which, day: fc.nat({ max: 40 }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('edit', 'remove', 'touch', 'link', 'stub', 'copy', 'withdraw', 'clash'),
      which,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('config' as const), which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('page', 'picture'), which }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('lose', 'cut', 'garble', 'kill', 'hole'), which }),
  },
)

const CONFIGS = [
  'title: 试刊\nurl: https://news.example\ntimezone: Asia/Shanghai\nkanbao:\n  archive_dirs: [old_post]\n  precompress: true\n',
  'title: 改名\nurl: https://news.example\nbaseurl: /paper\ntimezone: Asia/Shanghai\nkanbao:\n  archive_dirs: [old_post]\n',
  'title: 试刊\nurl: https://news.example\nfeed: { path: atom.xml }\ntimezone: UTC\npermalink: pretty\nkanbao:\n  archive_dirs: [old_post]\n  former_permalinks: [date]\n',
  'title: 试刊\nurl: https://news.example\npermalink: /:title.html\njekyll-archives:\n  enabled: all\nkanbao:\n  archive_dirs: [old_post]\n',
  'title: 试刊\nurl: https://news.example\nfuture: false\nkanbao:\n  archive_dirs: [old_post]\n  pages: newest 20\n  feed_days: 3\n  host: cloudflare-pages\n  precompress: true\n',
  'title: 试刊\ntimezone: Asia/Shanghai\nkanbao:\n  archive_dirs: [old_post]\n  search: false\n',
]

/** Some days are still to come, for a site that hides them. */
const day = (number: number): string =>
  `${number % 9 === 8 ? 2098 : 2022}-0${1 + (number % 3)}-${String(1 + (number % 27)).padStart(2, '0')}`
const idOf = (number: number): string => `20220101${String(number).padStart(10, '0')}`

const post = (number: number, on: number, more = ''): string =>
  `---\ntitle: "第${number}篇 ${on}"\ndate: ${day(on)} 0${number % 10}:0${on % 10}:00 +0800\ncategories: c${number % 5}\ntags: 媒体${number % 5}新闻\n${more}---\n<p>第${number}篇的正文，写于${on}。</p>\n`

const nameOf = (number: number): string => `${day(number)}-${idOf(number)}`

/** A site of so many posts over some days, some of which link to the next one, and some ask for the same address. */
export const firstFiles = (count: number): Record<string, string> => ({
  '_config.yml': CONFIGS[0] as string,
  'about.md': '---\ntitle: 关于\n---\n看报。\n',
  ...Object.fromEntries(
    Array.from({ length: count }, (_, number) => {
      const link = `<p><a href="{% post_url ${nameOf(number + 1)} %}">下一篇</a></p>\n`
      const text = post(number, number, number % 8 === 3 ? 'permalink: /same.html\n' : '')
      return [`_posts/${nameOf(number)}.md`, number % 3 === 0 ? text + link : text]
    }),
  ),
})

/** Does an edit to a site folder, the ledger's or the output's. */
export const doEdit = (edit: Edit, site: string, out: string): void => {
  const posts = readdirSync(join(site, '_posts')).sort()
  const name = posts[edit.which % posts.length] ?? ''
  const path = join(site, '_posts', name)
  const text = readFileSync(path, 'utf8')
  const write = (file: string, content: string): void => {
    fill(site, { [file]: content })
  }
  const change = (from: string | RegExp, to: string): void => writeFileSync(path, text.replace(from, to))
  const on = 'day' in edit ? edit.day : 0
  const number = edit.which + 100
  const time = 1_600_000_000 + edit.which
  const another = posts[(edit.which * 7) % posts.length]?.replace(/\.md$/, '')
  const edits: Record<Edit['kind'], () => void> = {
    add: () => write(`_posts/${day(on)}-${idOf(number)}.md`, post(number, on)),
    date: () => change(/^date: \S+/m, `date: ${day(on)}`),
    move: () => renameSync(path, join(site, '_posts', `${day(on)}-${name.slice(11)}`)),
    edit: () => change('正文', '正文改'),
    remove: () => rmSync(path),
    touch: () => utimesSync(path, time, time),
    link: () => writeFileSync(path, `${text}\n<p><a href="{% post_url ${another} %}">另一篇</a></p>\n`),
    stub: () =>
      write(
        `_posts/-${/\d{18}/.exec(name)?.[0]}.md`,
        text.replace(/^title:.*$/m, 'title: ""').replace(/^date:.*$/m, 'date:  +0800'),
      ),
    copy: () => write(`old_post/${name}`, text),
    clash: () => change('---\n', `---\npermalink: /same${edit.which % 2 ? '' : '/'}\n`),
    withdraw: () => change('---\n', '---\npublished: false\n'),
    config: () => write('_config.yml', CONFIGS[edit.which % CONFIGS.length] as string),
    page: () => write(`page-${edit.which % 3}.md`, `---\ntitle: 页${edit.which}\n---\n正文\n`),
    picture: () => write(`images/${edit.which % 3}.svg`, `<svg><title>${edit.which}</title></svg>`),
    lose: () => rmSync(fileIn(`${out}.cache`, edit.which)),
    cut: () =>
      damage(fileIn(`${out}.cache`, edit.which), (bytes) => bytes.subarray(0, edit.which % bytes.length)),
    garble: () =>
      damage(fileIn(`${out}.cache`, edit.which), (bytes) => {
        const place = edit.which % bytes.length
        return Buffer.concat([bytes.subarray(0, place), Buffer.from('x'), bytes.subarray(place + 1)])
      }),
    kill: () => writeFileSync(join(`${out}.cache`, 'journal.json'), 'cut off'),
    hole: () => rmSync(fileIn(join(out, 'archive'), edit.which)),
  }
  edits[edit.kind]()
}

/** Some file below a folder; a file of its own where there is none. */
const fileIn = (folder: string, number: number): string => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'KANBAO.txt')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const file = files[number % files.length] ?? join(folder, 'stray')
  if (files.length === 0) writeFileSync(file, 'x')
  return file
}

const damage = (file: string, change: (bytes: Buffer) => Uint8Array): void => {
  const bytes = readFileSync(file)
  if (bytes.length > 0) writeFileSync(file, change(bytes))
}
