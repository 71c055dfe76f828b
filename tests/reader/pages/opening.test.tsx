// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ROOT_PATH } from '../../../src/archive/shard-kinds.ts'
import { useArchive } from '../../../src/reader/asking/archive-context.ts'
import { Opening } from '../../../src/reader/pages/opening.tsx'
import { PreferencesProvider } from '../../../src/reader/preferences/preferences-provider.tsx'
import { useWords } from '../../../src/reader/words/words-context.ts'
import { renderInWords } from '../open-paper.tsx'
import { post, publishPosts, serveFiles } from '../published.ts'

let chinese: Map<string, string | Uint8Array>
let english: Map<string, string | Uint8Array>
beforeAll(async () => {
  const posts = post('2021-12-08 09:00', 'one')
  chinese = await publishPosts(posts, 'title: 金融消息\nlang: zh-CN\ntimezone: Asia/Shanghai\n')
  english = await publishPosts(posts, 'title: News\nlang: en-GB\ntimezone: Europe/London\n')
})
beforeEach(() => {
  localStorage.clear()
  // As index.html has it: before the root is read, the page's own language counts.
  document.documentElement.lang = 'zh-CN'
})

const Page = () => {
  const { root } = useArchive()
  const words = useWords()
  return <p>{[root.site.title, words.frame.filters, words.day('2021-12-08')].join(' / ')}</p>
}

const open = (files: Map<string, string | Uint8Array>, failing: readonly [string, number][] = []) => {
  const served = serveFiles(files)
  for (const [path, status] of failing) served.failing.set(path, status)
  const view = renderInWords(
    <PreferencesProvider>
      <Opening archive={served.archive}>
        <Page />
      </Opening>
    </PreferencesProvider>,
  )
  return { ...view, ...served }
}

describe('opening the paper', () => {
  it('reads the root, and speaks the site’s language', async () => {
    open(chinese)
    expect(await screen.findByText('金融消息 / 筛选 / 12月8日 星期三')).toBeDefined()
    expect(document.documentElement.lang).toBe('zh-CN')
  })

  it('speaks English on an English site', async () => {
    open(english)
    expect(await screen.findByText('News / Filters / Wednesday, December 8')).toBeDefined()
    expect(document.documentElement.lang).toBe('en')
  })

  it('speaks the reader’s language where one was chosen', async () => {
    localStorage.setItem('kanbao.preferences', '{"language":"en"}')
    open(chinese)
    expect(await screen.findByText(/金融消息 \/ Filters/)).toBeDefined()
    expect(document.documentElement.lang).toBe('en')
  })

  it('says what is wrong as the page’s heading, and opens when tried again', async () => {
    const { user, failing } = open(chinese, [[ROOT_PATH, 0]])
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('连不上网络')
    failing.clear()
    await user.click(screen.getByRole('button'))
    expect(await screen.findByText(/金融消息/)).toBeDefined()
    expect(screen.queryByRole('heading')).toBeNull()
  })

  it('refuses an archive of a newer format by name', async () => {
    open(new Map([[ROOT_PATH, '{"format":2}']]))
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('站点已经更新')
  })

  it('says that there is no archive', async () => {
    open(new Map())
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('这里还没有报纸')
  })
})
