import { Copy, Link2, Share, TextQuote } from 'lucide-react'
import { type ReactNode, useMemo, useState, useSyncExternalStore } from 'react'
import type { Article } from '../../archive/article.ts'
import type { Site } from '../../archive/root.ts'
import { useWords } from '../words/words-context.ts'
import { copyText, handToSystem } from './hand-over.ts'
import { PosterMaker } from './poster-maker.tsx'
import { qrCodeOf } from './qr-code.ts'
import { QrPicture } from './qr-picture.tsx'
import { ShareButtonRow } from './share-row.tsx'
import { TargetLinks } from './target-links.tsx'
import { usePassageLink } from './use-passage-link.ts'
import { useTold } from './use-told.ts'
import './share.css'

interface SharePanelProps {
  readonly article: Article
  readonly site: Site
  /** The article's bare address. */
  readonly address: string
  /** What was selected in the article as its button was pressed. */
  readonly passage: Range | undefined
}

const nothing = () => () => {}
const useSystemSheet = (): boolean =>
  useSyncExternalStore(
    nothing,
    () => 'share' in navigator,
    () => false,
  )

/** Every way to hand an article on: the system's, by link, to a phone, as a picture. */
export const SharePanel = ({ article, site, address, passage }: SharePanelProps) => {
  const { share: words } = useWords()
  const { title } = article
  const hasSheet = useSystemSheet()
  const [told, tell] = useTold()
  const [byHand, setByHand] = useState('')
  const code = useMemo(() => qrCodeOf(address), [address])

  const shareBySystem = async () => {
    const result = await handToSystem({ title, url: address })
    if (result !== 'cancelled') tell('system', result === 'shared' ? words.shared : words.sheetRefused)
  }
  const copy = (action: string, text: string, done: string) => async () => {
    const isCopied = await copyText(text)
    setByHand(isCopied ? '' : text)
    tell(action, isCopied ? done : words.copyByHand)
  }
  const row = (action: string, icon: typeof Copy, name: string, onPress: () => void, note?: ReactNode) => (
    <ShareButtonRow
      icon={icon}
      name={name}
      told={told?.action === action ? told.text : undefined}
      note={note}
      onPress={onPress}
    />
  )
  return (
    <div className="share-panel">
      <p className="hidden" role="status">
        {told?.text}
      </p>
      <ul className="share-rows" aria-label={words.heading}>
        {hasSheet && row('system', Share, words.system, shareBySystem)}
        {row('link', Link2, words.copyLink, copy('link', address, words.linkCopied))}
        {row('both', Copy, words.copyBoth, copy('both', `${title}\n${address}`, words.bothCopied))}
        {passage && <PassageRow address={address} passage={passage} row={row} copy={copy} />}
      </ul>
      {byHand && (
        <label className="share-by-hand">
          {words.copyByHand}
          <textarea readOnly rows={2} value={byHand} ref={(field) => field?.select()} />
        </label>
      )}
      <PosterMaker article={article} site={site} address={address} code={code} told={told} tell={tell} />
      <TargetLinks site={site} address={address} title={title} />
      {code && (
        <div className="share-code">
          <QrPicture code={code} label={words.code(address)} />
          <div>
            <p>{words.codeHint}</p>
            <p className="share-address">{readable(address)}</p>
          </div>
        </div>
      )}
    </div>
  )
}

interface PassageRowProps {
  readonly address: string
  readonly passage: Range
  row(action: string, icon: typeof Copy, name: string, onPress: () => void, note: ReactNode): ReactNode
  copy(action: string, text: string, done: string): () => void
}

/** The link to what was selected, with its first words. */
const PassageRow = ({ address, passage, row, copy }: PassageRowProps) => {
  const { share: words } = useWords()
  const link = usePassageLink(address, passage)
  const quote = useMemo(() => passage.toString().trim(), [passage])
  if (link === 'finding') return null
  if (!link) return <li className="share-note">{words.noPassage}</li>
  return row(
    'passage',
    TextQuote,
    words.copyPassage,
    copy('passage', link, words.passageCopied),
    <q className="share-quote">{quote}</q>,
  )
}

/** As browsers show an address: its Chinese as Chinese. */
const readable = (address: string): string => {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
