import { join } from 'node:path'
import { expect } from 'vitest'
import type { PublishOptions } from '../../src/publisher/publishing.ts'
import { type PublishedInto, publishAfresh, publishInto } from './publish-into.ts'
import { aPost, type Files, newFolder, newSite } from './site-folder.ts'

export const CONFIG = 'title: 试刊\nurl: https://news.example\nkanbao: { archive_dirs: [old] }\n'
export const ID = '202205262391921712'
const STORY = '据霍尼韦尔官网消息，五月里宣布为新能源汽车提供制冷剂，这是国内首家。'

export const SITE: Files = {
  '_config.yml': CONFIG,
  '_posts/2022-01-01-a.md': aPost('甲', 'categories: macro\n'),
  '_posts/2022-01-01-b.md': aPost('乙'),
  '_posts/2022-01-02-link.md': '---\ntitle: 链\n---\n[晚]({% post_url 2022-02-01-late %})\n',
  '_posts/2022-01-03-back.md': '---\ntitle: 回\n---\n[链]({% post_url 2022-01-02-link %})\n',
  '_posts/2022-01-04-moved.md': aPost('移', 'redirect_from: /was/\n'),
  '_posts/2022-01-05-still.md': aPost('静'),
  '_posts/2022-01-05-hidden.md': aPost('藏', 'published: false\n'),
  [`_posts/2022-05-26-${ID}.md`]: `---\ntitle: 首次\ndate: 2022-05-26 00:19:55 +0800\n---\n<p>${STORY}</p>\n`,
  [`_posts/-${ID}.md`]: `---\ntitle: ""\ndate:  +0800\n---\n<p>${STORY}</p>\n`,
  '_posts/undated.md': aPost('无日'),
  '_posts/2022-03-01-copy.md': aPost('同'),
  'old/2022-03-01-copy.md': aPost('同'),
  'images/a.png': 'png',
  'images/b.png': 'png b',
  'about.md': '---\ntitle: 关于\n---\n关于本站。\n',
}

/** A site that is published into one folder again and again, with a ledger. */
export const reader = new Map<string, string>([['app/index-1.js', 'js']])
export const openPress = (files: Files = SITE, fixed: Partial<PublishOptions> = {}) => {
  const site = newSite(files)
  const out = join(newFolder(), 'out')
  const ledger = `${out}.cache`
  const press = (options: Partial<PublishOptions> = {}) =>
    publishInto(out, site, { app: reader, ...fixed, ...options, ledger })
  /** Publishes, and holds the folder against one that nothing was published into before. */
  const pressAlike = async (options: Partial<PublishOptions> = {}, what = ''): Promise<PublishedInto> => {
    const again = await press(options)
    const fresh = await publishAfresh(site, { app: reader, ...fixed, ...options })
    const { files: written, work, memory: _, ...outcome } = again
    const { files: afresh, work: all, memory: __, ...expected } = fresh
    expect(outcome, what).toEqual(expected)
    for (const [path, text] of Object.entries(afresh)) expect(written[path], `${what}: ${path}`).toBe(text)
    const more = Object.keys(written).filter((path) => !(path in afresh))
    expect(
      more.filter((path) => !/^(archive|app|feed\/archive)\/.*(?<!\.html)$/.test(path)),
      what,
    ).toEqual([])
    return again
  }
  return { site, out, ledger, press, pressAlike }
}
