import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { PlainArticle } from '../../journeys/plain-search.ts'
import { sizesOf } from './folder.ts'
import { type Cost, measure } from './process-cost.ts'
import { settleDisk } from './settle-disk.ts'

export interface Pagefind {
  readonly version: string
  /** Indexes pages of these articles, in folders below the one that is given. */
  readonly index: (articles: readonly PlainArticle[], folder: string) => Promise<Indexed>
}

export interface Indexed extends Cost {
  readonly files: number
  readonly bytes: number
}

/** Pagefind from the package registry, in a folder of its own; undefined where it is not to be had. */
export const installPagefind = async (folder: string): Promise<Pagefind | undefined> => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n')
  try {
    await measure(['npm', 'install', '--no-audit', '--no-fund', '--prefix', folder, 'pagefind'])
  } catch {
    return undefined
  }
  const installed = join(folder, 'node_modules', 'pagefind')
  const program = join(folder, 'node_modules', '.bin', 'pagefind')
  if (!existsSync(program)) return undefined
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { version: string }
  return {
    version,
    index: async (articles, work) => {
      const [pages, out] = [join(work, 'pages'), join(work, 'index')]
      writePages(articles, pages)
      await settleDisk()
      const cost = await measure([program, '--site', pages, '--output-path', out])
      const sizes = [...sizesOf(out).values()]
      return { ...cost, files: sizes.length, bytes: sizes.reduce((sum, each) => sum + each, 0) }
    },
  }
}

/** Pages with the same title and text as the articles, and nothing else to index. */
const writePages = (articles: readonly PlainArticle[], folder: string): void => {
  for (const { permalink, title, text } of articles) {
    const path = join(folder, decodeURIComponent(permalink).replace(/\/$/, '/index.html'))
    mkdirSync(dirname(path), { recursive: true })
    const paragraphs = text.split('\n').map((line) => `<p>${spell(line)}</p>\n`)
    writeFileSync(
      path,
      `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${spell(title)}</title></head>\n<body><main><h1>${spell(title)}</h1>\n${paragraphs.join('')}</main></body></html>\n`,
    )
  }
}

const spell = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
