import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Article } from '../../src/archive/article.ts'
import { memoryEdition } from '../../src/publisher/edition-memory.ts'
import type { Draft } from '../../src/publisher/post.ts'
import { type PostRecord, recordOf } from '../../src/publisher/post-record.ts'
import { postToArticle } from '../../src/publisher/post-to-article.ts'
import type { Problem } from '../../src/publisher/problems.ts'
import { silentProgress } from '../../src/publisher/progress.ts'
import { type Published, publish } from '../../src/publisher/publish.ts'
import type { SiteConfig } from '../../src/publisher/site-config.ts'

export const CONFIG: SiteConfig = {
  site: {
    title: '试刊',
    description: '',
    lang: 'zh-CN',
    timezone: 'Asia/Shanghai',
    url: '',
    baseurl: '',
    author: '',
  },
  permalink: 'date',
  formerPermalinks: [],
  defaults: [],
  future: true,
  excerptSeparator: '',
  strict: false,
  aliases: [],
  liquid: false,
  graceHours: 24,
  feedDays: 31,
  search: true,
  precompress: false,
  host: 'any',
  pages: 'all',
  markdownExt: ['markdown', 'mkdown', 'mkdn', 'mkd', 'md'],
  include: ['.htaccess'],
  exclude: ['node_modules'],
  collectionsDir: '',
  archiveDirs: [],
  drafts: false,
}

/** A note taker that keeps what it is told as `kind: wrong; done`, with the line in front when there is one. */
export const notes = () => {
  const taken: string[] = []
  const note = (kind: string, wrong: string, done: string, line?: number): void => {
    taken.push(`${line === undefined ? '' : `${line}: `}${kind}: ${wrong}; ${done}`)
  }
  return { taken, note }
}

export const wrongs = (problems: readonly Problem[]): string[] =>
  problems.map(({ wrong, done }) => `${wrong}; ${done}`)

export const draftOf = (path: string, text: string, config = CONFIG): Draft =>
  postToArticle({ path: `_posts/${path}`, text }, config)

export const recordFrom = (draft: Draft): PostRecord =>
  recordOf(draft, '0'.repeat(40), JSON.stringify(draft.article))

/** A record with what matters to a test set, and the rest plain. */
export const aRecordWith = (fields: Partial<PostRecord> = {}): PostRecord => ({
  path: '_posts/2022-01-04-a.md',
  id: '0'.repeat(40),
  day: '2022-01-04',
  epoch: 1_641_261_600_000,
  modified: undefined,
  permalink: '/2022/01/04/a.html',
  aliases: [],
  categories: [],
  sameness: 'sameness-16-long',
  bytes: 300,
  asks: [],
  answers: [],
  isPublished: true,
  stub: undefined,
  problems: [],
  stamp: 0,
  ...fields,
})

/** An article with what matters to a test set, and the rest plain. */
export const anArticleWith = (fields: Partial<Article>): Article => ({
  permalink: '/2022/01/04/a.html',
  day: '2022-01-04',
  time: '10:00',
  instant: '2022-01-04T10:00:00+08:00',
  title: '标题',
  excerpt: '摘要',
  categories: [],
  html: '<p>正文</p>',
  ...fields,
})

export type Files = Readonly<Record<string, string | Uint8Array>>

/** An empty folder that goes when the test ends. */
export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'kanbao-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const fill = (folder: string, files: Files): string => {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

export const newSite = (files: Files): string =>
  fill(newFolder(), { '_config.yml': 'title: 试刊\n', ...files })

export const aPost = (title: string, more = ''): string =>
  `---\ntitle: ${title}\n${more}---\n<p>${title}的正文。</p>\n`

/** What a file holds, to be compared: text, and the bytes of what is none. */
export const shown = (path: string, content: string | Uint8Array): string =>
  typeof content === 'string'
    ? content
    : Buffer.from(content).toString(/\.(bin|br|gz)$/.test(path) ? 'hex' : 'utf8')

/** Every file below a folder, path → text. */
export const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => [relative(folder, path), shown(path, readFileSync(path))]),
  )

export interface Printed extends Published {
  readonly files: ReadonlyMap<string, string | Uint8Array>
  /** All articles, as the body packs hold them. */
  readonly all: readonly Article[]
}

/** Publishes into memory. */
export const publishFolder = async (folder: string, template?: string): Promise<Printed> => {
  const edition = memoryEdition()
  const options = { folder, edition, progress: silentProgress, ...(template !== undefined && { template }) }
  const published = await publish(options)
  const packs = [...edition.files].filter(([path]) => path.startsWith('archive/bodies/'))
  const all = packs.flatMap(([, text]) => (JSON.parse(String(text)) as { articles: Article[] }).articles)
  return { ...published, files: edition.files, all }
}
