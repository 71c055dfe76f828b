// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { Link } from 'react-router-dom'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { StandingPage } from '../../../src/archive/printed-page.ts'
import type { Root } from '../../../src/archive/root.ts'
import { ROOT_PATH } from '../../../src/archive/shard-path.ts'
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

describe('opening a page that was printed', () => {
  const Printed = () => {
    const { root, isWhole, printed, reopen } = useArchive()
    const told = [root.count, isWhole ? 'whole' : 'part', printed ? 'printed' : 'read', useWords().lang]
    return (
      <>
        <p data-testid="told">{told.join(' ')}</p>
        {reopen && (
          <button type="button" onClick={reopen}>
            again
          </button>
        )}
        <Link to="/a.html">on</Link>
        <Link to="/">back</Link>
      </>
    )
  }
  const openPrinted = (failing: readonly [string, number][] = []) => {
    const served = serveFiles(chinese)
    for (const [path, status] of failing) served.failing.set(path, status)
    const { site, newest } = JSON.parse(String(chinese.get(ROOT_PATH))) as Root
    const printed: StandingPage = { site, list: { headlines: newest }, body: '' }
    const view = renderInWords(
      <PreferencesProvider isPrinted>
        <Opening archive={served.archive} printed={printed}>
          <Printed />
        </Opening>
      </PreferencesProvider>,
    )
    return { ...view, ...served }
  }
  const told = () => screen.getByTestId('told').textContent

  it('shows what the page knows at once, and what the root says when it is here', async () => {
    openPrinted()
    expect(told()).toBe('0 part printed zh-CN')
    await waitFor(() => expect(told()).toBe('1 whole printed zh-CN'))
  })

  it('holds the page that was printed for as long as the reader is on it, and not for who comes back', async () => {
    const { user } = openPrinted()
    await waitFor(() => expect(told()).toBe('1 whole printed zh-CN'))
    await user.click(screen.getByText('on'))
    expect(told()).toBe('1 whole read zh-CN')
    await user.click(screen.getByText('back'))
    expect(told()).toBe('1 whole read zh-CN')
  })

  it('keeps the page where the root cannot be read, and can be asked to try again', async () => {
    const { user, failing } = openPrinted([[ROOT_PATH, 0]])
    const again = await screen.findByText('again')
    expect(told()).toBe('0 part printed zh-CN')
    expect(screen.queryByRole('heading')).toBeNull()
    failing.clear()
    await user.click(again)
    await waitFor(() => expect(told()).toBe('1 whole printed zh-CN'))
    expect(screen.queryByText('again')).toBeNull()
  })

  it('is in the reader’s own language from the first painting on', () => {
    localStorage.setItem('kanbao.preferences', '{"language":"en"}')
    openPrinted()
    expect(told()).toBe('0 part printed en')
    expect(document.documentElement.lang).toBe('en')
  })
})
