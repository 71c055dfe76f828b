import { Check, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

interface ShareButtonRowProps {
  readonly icon: LucideIcon
  readonly name: string
  /** What came of it, for as long as it is told. */
  readonly told: string | undefined
  readonly note?: ReactNode
  onPress(): void
}

/** One way to share, over the whole width. Its name stays the same while the result is told: so does what is focused. */
export const ShareButtonRow = ({ icon: Icon, name, told, note, onPress }: ShareButtonRowProps) => (
  <li>
    <button type="button" className="share-row" onClick={onPress}>
      <Icon size="1.25rem" aria-hidden="true" />
      <span className="share-name">
        {name}
        {note}
      </span>
      {told && (
        <span className="share-told" aria-hidden="true">
          <Check size="1rem" /> {told}
        </span>
      )}
    </button>
  </li>
)
