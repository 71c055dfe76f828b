// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { ArticleBody } from '../../../src/reader/article/article-body.tsx'
import { renderInWords } from '../open-paper.tsx'

// jsdom lays nothing out, so nothing ever changes its size there.
beforeAll(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
})

const show = (html: string, at = '/now.html') => renderInWords(<ArticleBody html={html} state={{}} />, { at })

describe('the body of an article', () => {
  it('is sanitized before it is in the page', () => {
    const { container } = show('<p onclick="x()">文<script>1</script></p>')
    expect(container.querySelector('.body')?.innerHTML).toBe('<p>文</p>')
  })

  it('shows another article’s text when it changes', () => {
    const { container, show: rerender } = show('<p>一</p>')
    rerender(<ArticleBody html="<p>二</p>" state={{}} />)
    expect(container.textContent).toBe('二')
  })

  it('says what a picture that does not load would have shown', () => {
    show('<p>文</p><img src="https://example.com/a.jpg" alt="装配车间"><img src="https://example.com/b.jpg">')
    for (const image of [...document.querySelectorAll('img')]) fireEvent.error(image)
    expect(screen.getByText('图片无法显示：装配车间')).toBeDefined()
    expect(screen.getByText('图片无法显示')).toBeDefined()
    expect(document.querySelector('img')).toBeNull()
  })

  it('shows a picture’s text as text', () => {
    show('<img src="https://example.com/a.jpg" alt="&lt;b&gt;x&lt;/b&gt;">')
    fireEvent.error(document.querySelector('img') ?? document)
    expect(document.querySelector('.image-missing')?.innerHTML).toContain('&lt;b&gt;')
  })
})

describe('the body of an article that stands in the page', () => {
  it('is not put there again, nor looked at: the page has it already', () => {
    const { container } = renderInWords(<ArticleBody html="<p>文</p>" isPrinted state={{}} />)
    expect(container.querySelector('.body')?.innerHTML).toBe('')
  })

  it('gives way to the text of another article', () => {
    const { container, show: rerender } = renderInWords(<ArticleBody html="" isPrinted state={{}} />)
    const printed = container.querySelector('.body')
    rerender(<ArticleBody html="<p>二</p>" state={{}} />)
    expect(container.querySelector('.body')).not.toBe(printed)
    expect(container.textContent).toBe('二')
  })
})

describe('a link in the text', () => {
  it('to another article is followed within the page', async () => {
    const { user, address } = show('<p>见<a href="/macro/2022/01/21/a.html">前文</a></p>')
    await user.click(screen.getByText('前文'))
    expect(address.current).toBe('/macro/2022/01/21/a.html')
  })

  it('is followed when what is pressed lies within it', async () => {
    const { user, address } = show('<a href="/category/hongguan.html"><strong>宏观</strong></a>')
    await user.click(screen.getByText('宏观'))
    expect(address.current).toBe('/category/hongguan.html')
  })

  it.each([
    ['out of the site', 'https://example.com/a.html', {}],
    ['to a file beside the pages', '/files/report.pdf', {}],
    ['with Ctrl held', '/a.html', { ctrlKey: true }],
    ['with the Command key held', '/a.html', { metaKey: true }],
    ['with Shift held', '/a.html', { shiftKey: true }],
    ['with the middle button', '/a.html', { button: 1 }],
  ])('%s is left to the browser', (_, href, press) => {
    const { address } = show(`<a href="${href}">去</a>`)
    let isPrevented = true
    document.addEventListener(
      'click',
      (event) => {
        isPrevented = event.defaultPrevented
        // jsdom cannot leave the page, and says so on the console.
        event.preventDefault()
      },
      { once: true },
    )
    fireEvent.click(screen.getByText('去'), press)
    expect(isPrevented).toBe(false)
    expect(address.current).toBe('/now.html')
  })
})
