import { useEffect, useMemo, useRef } from 'react'
import { useNavigate } from 'react-router-dom'
import { useWords } from '../words/words-context.ts'
import { innerPath, type SafeHtml, sanitize } from './safe-html.ts'

interface ArticleBodyProps {
  readonly html: string
  /** What an article reached by a link in the text is to know of the list. */
  readonly state: unknown
}

/** The article's text: the only place where HTML is put into the page. */
export const ArticleBody = ({ html, state }: ArticleBodyProps) => {
  const { article } = useWords()
  const navigate = useNavigate()
  const body = useRef<HTMLDivElement>(null)
  const safe: SafeHtml = useMemo(() => sanitize(html), [html])

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
    const onError = ({ target }: Event) => {
      if (target instanceof HTMLImageElement)
        target.replaceWith(missingImage(article.imageMissing(target.alt)))
    }
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

  // biome-ignore lint/security/noDangerouslySetInnerHtml: SafeHtml is what DOMPurify let through.
  return <div className="body" ref={body} key={html} dangerouslySetInnerHTML={{ __html: safe }} />
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
