import type { Article } from '../../archive/article.ts'
import type { Site } from '../../archive/root.ts'
import { Sheet } from '../frame/sheet.tsx'
import { SharePanel } from '../share/share-panel.tsx'
import { useWords } from '../words/words-context.ts'

interface ShareSheetProps {
  readonly article: Article
  readonly site: Site
  readonly address: string
  readonly passage: Range | undefined
  onClose(): void
}

/** The share panel of an article, as a dialog on every screen. */
export const ShareSheet = ({ article, site, address, passage, onClose }: ShareSheetProps) => {
  const { share } = useWords()
  return (
    <Sheet label={share.heading} onClose={onClose}>
      <SharePanel article={article} site={site} address={address} passage={passage} />
    </Sheet>
  )
}
