import { useEffect, useMemo, useRef } from 'react'
import { useNavigate } from 'react-router-dom'
import { useWords } from '../words/words-context.ts'
import { innerPath, printedHtml, sanitize } from './safe-html.ts'

interface ArticleBodyProps {
  readonly html: string
  /** Whether the text stands in the page already, as it was printed: then it is left as it is. */
  readonly isPrinted?: boolean
  /** What an article reached by a link in the text is to know of the list. */
  readonly state: unknown
}

/** The article's text: the only place where HTML is put into the page. */
export const ArticleBody = ({ html, isPrinted = false, state }: ArticleBodyProps) => {
  const { article } = useWords()
  const navigate = useNavigate()
  const body = useRef<HTMLDivElement>(null)
  const safe = useMemo(() => (isPrinted ? printedHtml(html) : sanitize(html)), [html, isPrinted])

  useEffect(() => {
    const element = body.current
    if (!element) return
    const onClick = (event: MouseEvent) => {
      const path = event.target instanceof Element && pathToRoute(event, event.target)
      if (!path) return
      event.preventDefault()
      navigate(path, { state })
    }
    // Errors of pictures do not bubble, and handlers inside the text would be inline script: hence the capture.
    const replace = (image: HTMLImageElement) =>
      image.replaceWith(missingImage(article.imageMissing(image.alt)))
    const onError = ({ target }: Event) => {
      if (target instanceof HTMLImageElement) replace(target)
    }
    // In a page that was printed some may have failed before anybody listened.
    for (const image of element.querySelectorAll('img'))
      if (image.complete && image.naturalWidth === 0 && image.getAttribute('src')) replace(image)
    element.addEventListener('click', onClick)
    element.addEventListener('error', onError, true)
    const resizes = new ResizeObserver(() => makeReachable(element))
    resizes.observe(element)
    return () => {
      resizes.disconnect()
      element.removeEventListener('click', onClick)
      element.removeEventListener('error', onError, true)
    }
  }, [navigate, article, state])

  return (
    <div
      className="body"
      ref={body}
      key={isPrinted ? 'printed' : html}
      suppressHydrationWarning={isPrinted}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: SafeHtml is what DOMPurify let through, or what was printed.
      dangerouslySetInnerHTML={{ __html: safe }}
    />
  )
}

/** Where a plain press on a link inside the site leads; nothing for presses the browser is to handle itself. */
const pathToRoute = (event: MouseEvent, target: Element): string | undefined => {
  const link = target.closest('a')
  if (!link || link.target || event.button !== 0) return undefined
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined
  const path = innerPath(link.href)
  // Files beside the pages (a PDF, a picture) are the server's.
  return path && /(\.html|\/[^./]*)([?#]|$)/.test(path) ? path : undefined
}

const missingImage = (text: string): HTMLElement => {
  const box = document.createElement('span')
  box.className = 'image-missing'
  box.textContent = text
  return box
}

/** What is wider than the column scrolls by itself: the keyboard must reach it then, and only then. */
const makeReachable = (body: HTMLElement): void => {
  for (const wide of body.querySelectorAll<HTMLElement>('table, pre')) {
    if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0
    else wide.removeAttribute('tabindex')
  }
}
