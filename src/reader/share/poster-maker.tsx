import { Download, ImageIcon, Share } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Article } from '../../archive/article.ts'
import type { Site } from '../../archive/root.ts'
import { useWords } from '../words/words-context.ts'
import { handToSystem } from './hand-over.ts'
import { dataAddressOf, paintPoster } from './paint-poster.ts'
import { posterContent } from './poster-content.ts'
import type { QrCode } from './qr-code.ts'
import { ShareButtonRow } from './share-row.tsx'
import type { Told } from './use-told.ts'

interface PosterMakerProps {
  readonly article: Article
  readonly site: Site
  readonly address: string
  readonly code: QrCode | undefined
  readonly told: Told | undefined
  tell(action: string, text: string): void
}

interface MadePoster {
  readonly file: File
  /** The picture's address, from which a long press saves it. */
  readonly shown: string
}

/** Draws the article's poster when asked to, and shows it. */
export const PosterMaker = ({ article, site, address, code, told, tell }: PosterMakerProps) => {
  const words = useWords()
  const [poster, setPoster] = useState<MadePoster>()
  const [isDrawing, setDrawing] = useState(false)
  const make = async () => {
    if (isDrawing) return
    setDrawing(true)
    try {
      const picture = await paintPoster(posterContent(article, site, address, code, words), site.lang)
      const file = new File([picture], `${nameOf(article.permalink)}.png`, { type: picture.type })
      setPoster({ file, shown: await dataAddressOf(picture) })
      tell('poster', words.share.posterReady)
    } catch {
      tell('poster', words.share.posterFailed)
    } finally {
      setDrawing(false)
    }
  }
  if (poster) return <PosterView poster={poster} title={article.title} told={told} tell={tell} />
  return (
    <ul className="share-rows">
      <ShareButtonRow
        icon={ImageIcon}
        name={words.share.makePoster}
        told={told?.action === 'poster' ? told.text : undefined}
        onPress={make}
      />
    </ul>
  )
}

interface PosterViewProps extends Pick<PosterMakerProps, 'told' | 'tell'> {
  readonly poster: MadePoster
  readonly title: string
}

const PosterView = ({ poster, title, told, tell }: PosterViewProps) => {
  const { share: words } = useWords()
  const { file, shown } = poster
  const [saved, setSaved] = useState<string>()
  const place = useRef<HTMLElement>(null)
  const save = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    const address = URL.createObjectURL(file)
    setSaved(address)
    return () => URL.revokeObjectURL(address)
  }, [file])
  useEffect(() => {
    if (!saved) return
    // The button that was pressed has gone: from here the keyboard goes on.
    save.current?.focus({ preventScroll: true })
    place.current?.scrollIntoView({ block: 'start' })
  }, [saved])
  const share = async () => {
    const result = await handToSystem({ files: [file] })
    if (result !== 'cancelled') tell('share-poster', result === 'shared' ? words.shared : words.sheetRefused)
  }
  return (
    <section className="poster" ref={place} aria-label={words.poster}>
      <div className="poster-actions">
        <a className="button" ref={save} href={saved} download={file.name}>
          <Download size="1rem" aria-hidden="true" />
          {words.savePoster}
        </a>
        {navigator.canShare?.({ files: [file] }) && (
          <button type="button" className="button" onClick={share}>
            <Share size="1rem" aria-hidden="true" />
            {told?.action === 'share-poster' ? told.text : words.sharePoster}
          </button>
        )}
      </div>
      <img className="poster-picture" src={shown} alt={words.posterOf(title)} />
      <p className="share-note poster-hint">{words.posterHint}</p>
    </section>
  )
}

/** The last name of the address; what no file can be called is left out. */
const nameOf = (permalink: string): string => {
  const last =
    permalink
      .split('/')
      .filter(Boolean)
      .at(-1)
      ?.replace(/\.html$/, '') ?? ''
  return last.replace(/%[0-9a-f]{2}|[^\p{L}\p{N}._-]/giu, '') || 'poster'
}
