import { ALargeSmall, ArrowLeft, ArrowRight, List } from 'lucide-react'
import { Link } from 'react-router-dom'
import type { Headline } from '../../archive/headline.ts'
import type { Neighbours } from '../library/neighbours.ts'
import { useWords } from '../words/words-context.ts'
import { ShareButton } from './share-button.tsx'

interface ThumbBarProps {
  readonly neighbours: Neighbours
  readonly state: unknown
  onBack(): void
  onTextSize(): void
  onShare(passage: Range | undefined): void
}

/** On a phone: everything a reader does with an article, where the thumb is. */
export const ThumbBar = ({ neighbours, state, onBack, onTextSize, onShare }: ThumbBarProps) => {
  const { article } = useWords()
  return (
    <nav className="thumb-bar" aria-label={article.actions}>
      <button type="button" className="thumb-button" onClick={onBack}>
        <List size="1.25rem" aria-hidden="true" />
        <span>{article.back}</span>
      </button>
      <Step to={neighbours.newer} state={state} name={article.newer} icon={ArrowLeft} />
      <Step to={neighbours.older} state={state} name={article.older} icon={ArrowRight} />
      <button type="button" className="thumb-button" aria-label={article.largerText} onClick={onTextSize}>
        <ALargeSmall size="1.25rem" aria-hidden="true" />
        <span aria-hidden="true">{article.textSize}</span>
      </button>
      <ShareButton className="thumb-button" onShare={onShare} />
    </nav>
  )
}

interface StepProps {
  readonly to: Headline | undefined
  readonly state: unknown
  readonly name: string
  readonly icon: typeof ArrowLeft
}

const Step = ({ to, state, name, icon: Icon }: StepProps) => {
  const face = (
    <>
      <Icon size="1.25rem" aria-hidden="true" />
      <span>{name}</span>
    </>
  )
  // A place is kept for a step that leads nowhere: the other buttons must stay under the thumb.
  if (!to)
    return (
      <button type="button" className="thumb-button" disabled>
        {face}
      </button>
    )
  return (
    <Link className="thumb-button" to={to.permalink} state={state}>
      {face}
    </Link>
  )
}
