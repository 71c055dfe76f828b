import { Share2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useWords } from '../words/words-context.ts'
import { type ShareResult, share } from './share.ts'

interface ShareButtonProps {
  readonly title: string
  /** The bare address, without anything of this reader's own. */
  readonly url: string
  readonly className: string
}

/** How long the result is told. */
const TOLD_MS = 4000

/** Shares the article; says what came of it, to the eye and to the ear. */
export const ShareButton = ({ title, url, className }: ShareButtonProps) => {
  const { article } = useWords()
  const [result, setResult] = useState<ShareResult>()
  useEffect(() => {
    if (result !== 'shared' && result !== 'copied') return
    const timer = setTimeout(() => setResult(undefined), TOLD_MS)
    return () => clearTimeout(timer)
  }, [result])
  const told = { shared: article.shared, copied: article.copied, refused: '', cancelled: '' }
  return (
    <span className="share">
      <button type="button" className={className} onClick={async () => setResult(await share(title, url))}>
        <Share2 size="1.125rem" aria-hidden="true" />
        <span>{article.share}</span>
      </button>
      <span className="share-told" role="status">
        {result && told[result]}
      </span>
      {result === 'refused' && (
        <label className="share-told">
          {article.copyByHand}
          <input className="share-link" readOnly value={url} ref={(field) => field?.select()} />
        </label>
      )}
    </span>
  )
}
