// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { useKeys } from '../../../src/reader/pages/use-keys.ts'
import { renderInWords } from '../open-paper.tsx'

const pressed: string[] = []
beforeEach(() => {
  pressed.length = 0
})

const Page = ({ isArticle = false }) => {
  useKeys({
    j: () => pressed.push('j'),
    '?': () => pressed.push('?'),
    n: isArticle ? () => pressed.push('n') : undefined,
  })
  return (
    <>
      <input aria-label="words" />
      <input type="checkbox" aria-label="box" />
      <input type="radio" aria-label="order" />
      <select aria-label="choice" />
      <textarea aria-label="text" />
      <button type="button">button</button>
      <dialog open>
        <button type="button">within</button>
      </dialog>
    </>
  )
}

describe('the keys', () => {
  beforeEach(() => document.querySelector('dialog')?.remove())

  const show = (isArticle = false) => {
    const view = renderInWords(<Page isArticle={isArticle} />)
    screen.getByRole('dialog').removeAttribute('open')
    return view
  }

  it('work anywhere on the page, on a button, a check box and a radio button too', async () => {
    const { user } = show()
    await user.keyboard('j')
    screen.getByText('button').focus()
    await user.keyboard('j')
    screen.getByLabelText('box').focus()
    await user.keyboard('j?')
    screen.getByLabelText('order').focus()
    await user.keyboard('j')
    expect(pressed).toEqual(['j', 'j', 'j', '?', 'j'])
  })

  it.each(['words', 'text', 'choice'])('do nothing while the reader is in %s', async (label) => {
    const { user } = show()
    screen.getByLabelText(label).focus()
    await user.keyboard('jn?')
    expect(pressed).toEqual([])
  })

  it.each(['Control', 'Alt', 'Meta'])('are the browser’s own with %s held', async (modifier) => {
    const { user } = show()
    await user.keyboard(`{${modifier}>}j{/${modifier}}`)
    expect(pressed).toEqual([])
  })

  it('do nothing behind an open dialog', async () => {
    const { user } = show()
    document.querySelector('dialog')?.setAttribute('open', '')
    await user.keyboard('j')
    expect(pressed).toEqual([])
  })

  it('do what they mean now, not what they meant at first', async () => {
    const { user, show: rerender } = show()
    await user.keyboard('n')
    rerender(<Page isArticle />)
    document.querySelector('dialog')?.removeAttribute('open')
    await user.keyboard('n')
    expect(pressed).toEqual(['n'])
  })

  it('are let go when the page is left', async () => {
    const { user, show: rerender } = show()
    rerender(<p>another page</p>)
    await user.keyboard('j')
    expect(pressed).toEqual([])
  })
})
