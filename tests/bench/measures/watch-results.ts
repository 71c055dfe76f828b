/** What a page has shown of a search so far; times are milliseconds since it was asked. */
export interface Shown {
  /** When the first result was there; undefined while there is none. */
  readonly first?: number
  /** When as many results were there as were waited for. */
  readonly full?: number
  /** When the status line said something else than before. */
  readonly told?: number
  /** When anything last changed. */
  readonly changed?: number
  /** Numbers in the status lines. */
  readonly counts: readonly number[]
  /** Whether there is a status line, and no row at all. */
  readonly isNone: boolean
}

declare global {
  /** In a watched page: asks for words, by their address or, with none, by what the page was opened at. */
  var askKanbao: (words: readonly string[], wanted: number, address?: string) => void
  var shownByKanbao: () => Shown
}

/**
 * Runs in the page, before its own scripts. A result is a `[data-row]` with a word of the search, or a part of it, in a
 * `<mark>`; the status line is `[role=status]`.
 */
export const watchResults = (): void => {
  let [words, wanted, start]: [readonly string[], number, number] = [[], 0, 0]
  let before = ''
  let times: { first?: number; full?: number; told?: number; changed?: number } = {}
  const statusOf = (): string =>
    Array.from(document.querySelectorAll('[role=status]'), (each) => each.textContent ?? '').join('\n')
  const isMarked = (row: Element): boolean =>
    Array.from(row.querySelectorAll('mark'), (mark) => mark.textContent ?? '').some(
      (text) => text && words.some((word) => word.includes(text) || text.includes(word)),
    )
  const look = (): void => {
    const now = performance.now() - start
    const rows = Array.from(document.querySelectorAll('[data-row]')).filter(isMarked).length
    if (rows > 0) times.first ??= now
    if (rows > 0 && rows >= wanted) times.full ??= now
    const status = statusOf()
    if (status !== before) times.told = now
    before = status
    times.changed = now
  }
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true })
  globalThis.askKanbao = (asked, results, address) => {
    ;[words, wanted, times] = [asked, results, {}]
    start = address ? performance.now() : 0
    before = address ? statusOf() : ''
    if (address) {
      history.pushState(null, '', address)
      dispatchEvent(new PopStateEvent('popstate', { state: null }))
    }
    look()
  }
  globalThis.shownByKanbao = () => ({
    ...times,
    isNone: statusOf().trim() !== '' && !document.querySelector('[data-row]'),
    counts: (statusOf().match(/\d[\d,]*/g) ?? []).map((each) => Number(each.replaceAll(',', ''))),
  })
}
