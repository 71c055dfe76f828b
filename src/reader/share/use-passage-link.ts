import { useEffect, useState } from 'react'

/** The link to the passage: `finding` until it is known, nothing where there is none. */
export const usePassageLink = (address: string, passage: Range | undefined): string | undefined => {
  const [link, setLink] = useState<string | undefined>('finding')
  useEffect(() => {
    if (!passage) return
    let isGone = false
    // Most readers share the article: only who has selected a passage pays for what finds a name for it.
    import('./link-to-passage.ts')
      .then(({ linkToPassage }) => linkToPassage(address, passage))
      .catch(() => undefined)
      .then((found) => {
        if (!isGone) setLink(found)
      })
    return () => {
      isGone = true
    }
  }, [address, passage])
  return link
}
