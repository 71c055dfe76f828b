import type { Category } from '../archive/headline.ts'

/** An article as feeds tell of it. Addresses are whole. */
export interface FeedEntry {
  /** Also what the entry is known by. */
  readonly address: string
  readonly title: string
  /** A moment as RFC 3339 writes it. */
  readonly published: string
  readonly updated: string
  readonly excerpt: string
  readonly categories: readonly Category[]
  readonly source?: { readonly name?: string; readonly link?: string }
  /** The body; an entry without it tells the excerpt alone. */
  readonly html?: string
}

/** A feed, newest entry first. Addresses are whole. */
export interface Feed {
  readonly title: string
  readonly description: string
  readonly lang: string
  readonly author: string
  /** What people see in the feed's stead. */
  readonly home: string
  /** The feed's own address in this form, and that by which a feed and the pages of its archive are known as one. */
  readonly self: string
  readonly id: string
  readonly entries: readonly FeedEntry[]
  /** Links of RFC 5005, section 4, by their relation. */
  readonly links?: Readonly<Partial<Record<'current' | 'prev-archive' | 'next-archive', string>>>
  /** Whether it is a page of the archive. */
  readonly isArchive?: boolean
}

const [FIRST, LAST] = [Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59Z')]

/** A moment in milliseconds since 1970 as RFC 3339 writes it, to the second. */
export const momentOf = (epoch: number): string =>
  // The zone may carry the first or last day of all into a year that the form cannot write.
  `${new Date(Math.min(LAST, Math.max(FIRST, epoch))).toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)}Z`

/** When the feed last changed, as far as its articles say; a feed of nothing says the first moment of clocks. */
export const updatedOf = ({ entries }: Feed): string =>
  entries.reduce(
    (latest, { updated }) => (updated > latest ? updated : latest),
    entries[0]?.updated ?? momentOf(0),
  )
