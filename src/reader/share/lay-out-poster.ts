import { balanceLines, breakLines, clampLines, justifyLine, type Line } from './break-lines.ts'
import type { QrCode } from './qr-code.ts'

/** What a poster tells; an empty text takes no room. */
export interface PosterContent {
  readonly site: string
  readonly title: string
  readonly digest: string
  /** The day in full. */
  readonly day: string
  /** Where the article comes from and the time of day. */
  readonly origin: string
  /** What the code is for. */
  readonly invitation: string
  /** What stands below the invitation: the site's host, or the whole address where there is no code. */
  readonly host: string
  readonly code: QrCode | undefined
}

/** The two families of the page's own style sheet, as CSS writes them. */
export interface Faces {
  readonly serif: string
  readonly sans: string
}

export interface PosterText {
  readonly text: string
  readonly font: string
  readonly tone: 'ink' | 'second'
  readonly x: number
  /** The baseline. */
  readonly y: number
}

/** Where everything stands, in pixels of the picture. */
export interface Poster {
  readonly width: number
  readonly height: number
  readonly texts: readonly PosterText[]
  readonly rules: readonly {
    readonly y: number
    readonly weight: number
    readonly tone: 'ink' | 'hairline'
  }[]
  readonly code?: { readonly code: QrCode; readonly x: number; readonly y: number; readonly module: number }
}

/** The width that phones and chats show without scaling up. */
const WIDTH = 1080
/** 3:4, what a phone's screen shows of a picture without a scroll; longer texts make it taller. */
const LEAST_HEIGHT = 1440
export const MARGIN = 88
const INNER = WIDTH - 2 * MARGIN
/** A module below four pixels is lost when a chat scales the picture down. */
const LEAST_MODULE = 4
const CODE_SIZE = 264

interface Style {
  readonly size: number
  /** In multiples of the size. */
  readonly leading: number
  readonly family: string
  readonly weight?: number
  readonly tone?: 'ink' | 'second'
  readonly most: number
  readonly isJustified?: boolean
}

/** Lays out a poster: the paper's name over two rules, the title, the digest, and the code at the foot. */
export const layOutPoster = (
  content: PosterContent,
  faces: Faces,
  measure: (text: string, font: string) => number,
): Poster => {
  const texts: PosterText[] = []
  /** Sets a text below `top`, and gives back where it ends. */
  const set = (text: string, style: Style, top: number, left = MARGIN, width = INNER): number => {
    const { size, leading, tone = 'ink', most, isJustified } = style
    const font = `${style.weight ?? 400} ${size}px ${style.family}`
    const rules = { width, size, measure: (part: string) => measure(part, font) }
    const all = isJustified ? breakLines(text, rules) : balanceLines(text, rules)
    const lines = clampLines(all, most, rules)
    const put = (line: Line, at: number): void => {
      // Han characters stand 0.88 em above the baseline and 0.12 em below it.
      const y = Math.round(top + (at + 0.5) * size * leading + size * 0.38)
      const isLast = at === lines.length - 1
      const { pieces } = isJustified && !isLast ? justifyLine(line, rules) : line
      for (const { text: piece, x } of pieces) texts.push({ text: piece, font, tone, x: left + x, y })
    }
    lines.forEach(put)
    return top + Math.round(lines.length * size * leading)
  }

  const { serif, sans } = faces
  let y = set(content.site, { size: 60, leading: 1.3, family: serif, weight: 700, most: 2 }, MARGIN - 12)
  if (content.day) y = set(content.day, { ...small(sans), most: 1 }, y + 4)
  const masthead = y + 24
  y = set(content.title, { ...titleStyle(content.title), family: serif, weight: 700 }, masthead + 16 + 64)
  if (content.origin) y = set(content.origin, { ...small(sans), most: 2 }, y + 28)
  if (content.digest)
    y = set(content.digest, { size: 36, leading: 1.75, family: sans, most: 24, isJustified: true }, y + 44)

  const { code } = content
  const module = code ? Math.max(LEAST_MODULE, Math.floor(CODE_SIZE / code.size)) : 0
  const side = code ? code.size * module : 0
  const beside = INNER - side - (code ? 40 : 0)
  const footHeight = Math.max(side, 200)
  const foot = Math.max(y + 64, LEAST_HEIGHT - MARGIN - footHeight - 40)
  // Beside the code, in the middle of its height.
  const middle = foot + 40 + footHeight / 2
  y = set(content.invitation, { size: 34, leading: 1.5, family: sans, most: 2 }, middle - 56, MARGIN, beside)
  y = set(content.host, { ...small(sans), most: 6 }, y + 8, MARGIN, beside)
  return {
    width: WIDTH,
    height: Math.max(LEAST_HEIGHT, foot + 40 + footHeight + MARGIN - 16, y + MARGIN),
    texts,
    rules: [
      { y: masthead, weight: 8, tone: 'ink' },
      { y: masthead + 14, weight: 2, tone: 'ink' },
      { y: foot, weight: 2, tone: 'hairline' },
    ],
    // Its quiet zone is a part of it, and may reach into the margin: the dark modules end where the text does.
    ...(code && { code: { code, x: WIDTH - MARGIN - side + 4 * module, y: foot + 40, module } }),
  }
}

const small = (family: string) => ({ size: 30, leading: 1.5, family, tone: 'second' }) as const

/** The longer the title, the smaller: up to some 140 characters stand in seven lines. */
const titleStyle = ({ length }: string) => {
  const size = length <= 24 ? 76 : length <= 48 ? 68 : length <= 80 ? 56 : 46
  return { size, leading: 1.36, most: 14 }
}
