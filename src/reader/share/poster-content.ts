import type { Article } from '../../archive/article.ts'
import { UNDATED } from '../../archive/day.ts'
import type { Site } from '../../archive/root.ts'
import type { Words } from '../words/words-context.ts'
import type { PosterContent } from './lay-out-poster.ts'
import type { QrCode } from './qr-code.ts'

/** What the poster of an article says; what the article does not tell is left out. */
export const posterContent = (
  { title, excerpt, source, day, time }: Article,
  site: Pick<Site, 'title'>,
  address: string,
  code: QrCode | undefined,
  words: Pick<Words, 'dayInFull' | 'share'>,
): PosterContent => ({
  site: site.title,
  title,
  digest: excerpt,
  day: day === UNDATED ? '' : words.dayInFull(day),
  origin: [source?.name, day === UNDATED ? '' : time].filter(Boolean).join(' · '),
  invitation: code ? words.share.invitation : words.share.invitationWithoutCode,
  host: code ? new URL(address).host : address,
  code,
})
