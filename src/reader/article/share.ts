export type ShareResult = 'shared' | 'copied' | 'cancelled' | 'refused'

/** Hands the link to the system's own share sheet, else to the clipboard; says which it was. */
export const share = async (title: string, url: string): Promise<ShareResult> => {
  if (navigator.share) {
    try {
      await navigator.share({ title, url })
      return 'shared'
    } catch (thrown) {
      if (thrown instanceof DOMException && thrown.name === 'AbortError') return 'cancelled'
      // The sheet may be there and yet refuse (inside another app's frame): the clipboard is next.
    }
  }
  try {
    await navigator.clipboard.writeText(url)
    return 'copied'
  } catch {
    return 'refused'
  }
}
