// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ShareButton } from '../../../src/reader/article/share-button.tsx'
import { renderInWords } from '../open-paper.tsx'

const url = 'https://example.com/macro/2022/01/21/a.html'
const show = () => renderInWords(<ShareButton className="x" title="央行开展逆回购" url={url} />)
const told = () => screen.getByRole('status').textContent

/** What jsdom does not have: the system's share sheet. */
const withSheet = (sheet: (data: ShareData) => Promise<void>) =>
  Object.defineProperty(navigator, 'share', { value: sheet, configurable: true })

afterEach(() => {
  Reflect.deleteProperty(navigator, 'share')
  vi.restoreAllMocks()
})

describe('sharing', () => {
  it('hands title and bare address to the system where it can share', async () => {
    const given: ShareData[] = []
    withSheet(async (data) => void given.push(data))
    const { user } = show()
    await user.click(screen.getByRole('button', { name: '分享' }))
    expect(given).toEqual([{ title: '央行开展逆回购', url }])
    await waitFor(() => expect(told()).toBe('已分享'))
  })

  it('copies the link elsewhere, and says so', async () => {
    const { user } = show()
    await user.click(screen.getByRole('button', { name: '分享' }))
    await waitFor(() => expect(told()).toBe('链接已复制'))
    expect(await navigator.clipboard.readText()).toBe(url)
  })

  it('says nothing when the reader has closed the sheet', async () => {
    withSheet(async () => {
      throw new DOMException('closed', 'AbortError')
    })
    const { user } = show()
    await navigator.clipboard.writeText('as it was')
    await user.click(screen.getByRole('button', { name: '分享' }))
    await waitFor(() => expect(told()).toBe(''))
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(await navigator.clipboard.readText()).toBe('as it was')
  })

  it('copies when the sheet refuses', async () => {
    withSheet(async () => {
      throw new DOMException('no', 'NotAllowedError')
    })
    const { user } = show()
    await user.click(screen.getByRole('button', { name: '分享' }))
    await waitFor(() => expect(told()).toBe('链接已复制'))
  })

  it('leaves the link to be copied by hand where nothing else is allowed', async () => {
    show()
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'))
    screen.getByRole('button', { name: '分享' }).click()
    const field = await screen.findByRole('textbox', { name: '请复制这个链接' })
    expect(field).toHaveProperty('value', url)
    expect(field).toHaveProperty('selectionEnd', url.length)
  })
})
