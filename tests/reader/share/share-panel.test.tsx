// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Article } from '../../../src/archive/article.ts'
import type { Site } from '../../../src/archive/root.ts'
import { SharePanel } from '../../../src/reader/share/share-panel.tsx'
import { renderInWords } from '../open-paper.tsx'

const SITE: Site = {
  title: '试刊',
  description: '',
  lang: 'zh-CN',
  timezone: 'UTC',
  url: '',
  baseurl: '',
  author: '',
}
const ARTICLE: Article = {
  permalink: '/macro/2022/01/21/a.html',
  day: '2022-01-21',
  time: '',
  instant: '',
  title: '央行开展逆回购',
  excerpt: '',
  categories: [],
  html: '',
}
const address = 'https://example.com/macro/2022/01/21/%E4%B8%AD.html'

const show = (site: Partial<Site> = {}, passage?: Range) =>
  renderInWords(
    <SharePanel article={ARTICLE} site={{ ...SITE, ...site }} address={address} passage={passage} />,
  )
/** What names a passage is loaded when there is one. */
const patient = { timeout: 10_000 }
const press = (name: string | RegExp) => screen.getByRole('button', { name })
const told = () => screen.getByRole('status').textContent

/** What jsdom does not have: the system's share sheet. */
const withSheet = (sheet: (data: ShareData) => Promise<void>) =>
  Object.defineProperty(navigator, 'share', { value: sheet, configurable: true })

afterEach(() => {
  document.querySelector('main')?.remove()
  Reflect.deleteProperty(navigator, 'share')
  vi.restoreAllMocks()
})

describe('the share panel', () => {
  it('copies the link, and title and link, and says so', async () => {
    const { user } = show()
    await user.click(press('复制链接'))
    await waitFor(() => expect(told()).toBe('链接已复制'))
    expect(await navigator.clipboard.readText()).toBe(address)
    await user.click(press('复制标题和链接'))
    await waitFor(() => expect(told()).toBe('标题和链接已复制'))
    expect(await navigator.clipboard.readText()).toBe(`央行开展逆回购\n${address}`)
  })

  it('hands title and bare address to the system where it can share, without a text', async () => {
    const given: ShareData[] = []
    withSheet(async (data) => void given.push(data))
    const { user } = show()
    await user.click(press('用系统分享'))
    expect(given).toEqual([{ title: '央行开展逆回购', url: address }])
    await waitFor(() => expect(told()).toBe('已分享'))
  })

  it.each([
    ['AbortError', ''],
    ['NotAllowedError', '系统没能分享，请复制链接'],
  ])('after a system that ended in %s says %j', async (name, text) => {
    let asked = 0
    withSheet(async () => {
      asked++
      throw new DOMException('no', name)
    })
    const { user } = show()
    await user.click(press('用系统分享'))
    await waitFor(() => expect(asked).toBe(1))
    expect(told()).toBe(text)
  })

  it('offers no system that is not there', () => {
    show()
    expect(screen.queryByRole('button', { name: '用系统分享' })).toBeNull()
  })

  it('leaves the text to be copied by hand where nothing else is allowed', async () => {
    show()
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'))
    press('复制标题和链接').click()
    const field = await screen.findByRole('textbox', { name: /手动复制/ })
    expect(field).toHaveProperty('value', `央行开展逆回购\n${address}`)
    expect(field).toHaveProperty('selectionEnd', `央行开展逆回购\n${address}`.length)
  })

  it('links to the places that the site names, in new tabs that know nothing of this one', () => {
    show({ share: ['mail', 'weibo'] })
    const links = within(screen.getByRole('navigation', { name: '分享到' })).getAllByRole('link')
    expect(links.map((link) => link.textContent)).toEqual(['邮件', '微博'])
    expect(links.map((link) => link.getAttribute('target'))).toEqual([null, '_blank'])
    expect(links[1]?.getAttribute('rel')).toContain('noopener')
  })

  it('links nowhere for a site that wants it so', () => {
    show({ share: [] })
    expect(screen.queryByRole('navigation')).toBeNull()
    expect(screen.queryByRole('link')).toBeNull()
  })

  it('shows the code of the address, and the address as people read it', () => {
    show()
    expect(screen.getByRole('img', { name: `二维码：${address}` }).tagName.toLowerCase()).toBe('svg')
    expect(screen.getByText('https://example.com/macro/2022/01/21/中.html')).toBeTruthy()
  })

  it('copies the link to what was selected, and quotes it', async () => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<main><article>今天，央行开展了逆回购操作。</article></main>',
    )
    const passage = document.createRange()
    passage.selectNodeContents(document.querySelector('article') as Element)
    const { user } = show({}, passage)
    await user.click(await screen.findByRole('button', { name: /复制所选段落的链接.*今天，央行/ }, patient))
    await waitFor(() => expect(told()).toBe('段落链接已复制'))
    expect(decodeURIComponent(await navigator.clipboard.readText())).toMatch(
      /\.html#:~:text=今天,央行开展了逆回购操作。$/,
    )
  })

  it('says so when what was selected has no link of its own', async () => {
    document.body.insertAdjacentHTML('beforeend', `<main><article>${'<p>是</p>'.repeat(30)}</article></main>`)
    const passage = document.createRange()
    passage.selectNodeContents(document.querySelector('article p:nth-of-type(15)') as Element)
    show({}, passage)
    await screen.findByText(/没有段落链接/, undefined, patient)
  })

  it('speaks English', () => {
    renderInWords(<SharePanel article={ARTICLE} site={SITE} address={address} passage={undefined} />, {
      language: 'en',
    })
    expect(press('Copy title and link')).toBeTruthy()
    expect(screen.getByRole('navigation', { name: 'Share on' }).textContent).toBe('WeiboXTelegramMail')
  })
})

describe('the poster', () => {
  it('that cannot be drawn is told, and can be tried again', async () => {
    // jsdom draws nothing, as a browser that has run out of memory.
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
    const { user } = show()
    await user.click(press('生成海报'))
    await waitFor(() => expect(told()).toBe('海报没能生成'))
    expect(press(/生成海报/)).toBeTruthy()
    expect(screen.queryByRole('img', { name: /^海报/ })).toBeNull()
  })
})
