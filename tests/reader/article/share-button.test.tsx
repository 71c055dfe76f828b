// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { ShareButton } from '../../../src/reader/article/share-button.tsx'
import { renderInWords } from '../open-paper.tsx'

afterEach(() => getSelection()?.removeAllRanges())

const show = () => {
  const given: (string | undefined)[] = []
  const view = renderInWords(
    <>
      <p id="list">列表里的话</p>
      <article className="story">
        <p id="text">央行开展逆回购操作</p>
      </article>
      <ShareButton className="x" onShare={(passage) => given.push(passage?.toString())} />
    </>,
  )
  return { ...view, given, button: screen.getByRole('button', { name: '分享' }) }
}

const select = (id: string, from: number, to: number): void => {
  const text = document.getElementById(id)?.firstChild
  if (text) getSelection()?.setBaseAndExtent(text, from, text, to)
}

describe('the share button', () => {
  it('hands on what is selected in the article', () => {
    const { given, button } = show()
    select('text', 2, 7)
    fireEvent.click(button)
    expect(given).toEqual(['开展逆回购'])
  })

  it.each([
    ['nothing', () => {}],
    ['a caret', () => select('text', 2, 2)],
    ['something outside the article', () => select('list', 0, 2)],
  ])('hands on nothing where %s is selected', (_, choose) => {
    const { given, button } = show()
    choose()
    fireEvent.click(button)
    expect(given).toEqual([undefined])
  })

  it('remembers what was selected where a press drops it, and forgets it for the keyboard', () => {
    const { given, button } = show()
    select('text', 0, 2)
    fireEvent.pointerDown(button)
    getSelection()?.removeAllRanges()
    fireEvent.click(button, { detail: 1 })
    fireEvent.click(button, { detail: 0 })
    fireEvent.pointerDown(button)
    fireEvent.click(button, { detail: 1 })
    expect(given).toEqual(['央行', undefined, undefined])
  })
})
