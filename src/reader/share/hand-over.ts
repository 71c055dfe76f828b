export type HandedOver = 'shared' | 'cancelled' | 'refused'

/**
 * Hands something to the system's own share sheet. A link goes with its title and without a text: given one, WeChat
 * sends the link as text instead of making a card of it.
 */
export const handToSystem = async (data: ShareData): Promise<HandedOver> => {
  try {
    await navigator.share(data)
    return 'shared'
  } catch (thrown) {
    // The sheet may be there and yet refuse, as inside another app's frame.
    return thrown instanceof DOMException && thrown.name === 'AbortError' ? 'cancelled' : 'refused'
  }
}

/** Puts a text on the clipboard; false where the browser does not let it. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
