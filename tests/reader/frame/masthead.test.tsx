// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Root } from '../../../src/archive/root.ts'
import { Masthead } from '../../../src/reader/frame/masthead.tsx'
import { renderInArchive } from '../open-paper.tsx'
import { post, publishPosts, serveFiles } from '../published.ts'

const rootOf = async (posts: Record<string, string>): Promise<[Map<string, string | Uint8Array>, Root]> => {
  const files = await publishPosts(posts, 'title: 金融消息\nlang: zh-CN\ntimezone: Asia/Shanghai\n')
  return [files, await serveFiles(files).archive.root()]
}

describe('the masthead', () => {
  it('names the site and says how fresh it is', async () => {
    const [files, root] = await rootOf(post('2022-06-14 17:56', 'a'))
    await renderInArchive(files, <Masthead root={root} isHeading />)
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('金融消息')
    expect(screen.getByText('最后更新 2022-06-14 17:56')).toBeDefined()
  })

  it('is no heading where an article or a category is the page', async () => {
    const [files, root] = await rootOf(post('2022-06-14 17:56', 'a'))
    await renderInArchive(files, <Masthead root={root} isHeading={false} />)
    expect(screen.queryByRole('heading')).toBeNull()
    expect(screen.getByRole('banner')).toBeDefined()
  })

  it('leads home, out of any filter', async () => {
    const [files, root] = await rootOf(post('2022-06-14 17:56', 'a'))
    const { user, address } = await renderInArchive(files, <Masthead root={root} isHeading />, {
      at: '/category/a.html?from=2022-01',
    })
    await user.click(screen.getByRole('link', { name: '金融消息' }))
    expect(address.current).toBe('/')
  })

  it('of an empty paper claims no date', async () => {
    const [files, root] = await rootOf(post('2022-06-14 17:56', 'a'))
    await renderInArchive(files, <Masthead root={{ ...root, newest: [] }} isHeading />)
    expect(screen.queryByText(/最后更新/)).toBeNull()
  })
})
