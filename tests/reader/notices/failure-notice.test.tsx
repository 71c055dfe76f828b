// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ArchiveFailure } from '../../../src/reader/library/failure.ts'
import { FailureNotice } from '../../../src/reader/notices/failure-notice.tsx'
import { renderInWords } from '../open-paper.tsx'

const show = (failure: ArchiveFailure, language: 'zh' | 'en' = 'zh') => {
  const tries = { count: 0 }
  const view = renderInWords(
    <FailureNotice
      failure={failure}
      onRetry={() => {
        tries.count++
      }}
    />,
    { language },
  )
  return { ...view, tries }
}

describe('a failure of the archive', () => {
  it.each([
    ['offline', '连不上网络', '再试一次'],
    ['damaged', '有一个文件读不了', '再试一次'],
    ['newer', '站点已经更新', '重新载入'],
    ['missing', '这里还没有报纸', '再试一次'],
  ] as const)('%s has its own words and one button', (kind, title, action) => {
    show(new ArchiveFailure(kind, 'archive/page/a/b.json'))
    expect(screen.getByRole('heading').textContent).toBe(title)
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual([action])
  })

  it.each(['offline', 'damaged', 'missing'] as const)('%s can be tried again', async (kind) => {
    const { user, tries } = show(new ArchiveFailure(kind))
    await user.click(screen.getByRole('button'))
    expect(tries.count).toBe(1)
  })

  it('names the damaged file, and only that', () => {
    show(new ArchiveFailure('damaged', 'archive/page/a/b.json'))
    expect(screen.getByText('文件：archive/page/a/b.json')).toBeDefined()
  })

  it('names no file when none is known', () => {
    const { container } = show(new ArchiveFailure('damaged'))
    expect(container.textContent).not.toContain('文件：')
  })

  it('is announced', () => {
    show(new ArchiveFailure('offline'), 'en')
    expect(screen.getByRole('status').textContent).toContain('No connection')
  })

  it('offline, tries again by itself when the connection is back, and no more once it is gone', () => {
    const { tries, show: rerender } = show(new ArchiveFailure('offline'))
    dispatchEvent(new Event('online'))
    expect(tries.count).toBe(1)
    rerender(<p>gone</p>)
    dispatchEvent(new Event('online'))
    expect(tries.count).toBe(1)
  })
})
