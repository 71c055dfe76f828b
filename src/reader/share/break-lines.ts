/** What stands in a line at one place: a word, a number, an ideograph, a mark. */
export interface Piece {
  readonly text: string
  /** From the line's start, in pixels. */
  readonly x: number
  readonly width: number
}

export interface Line {
  readonly pieces: readonly Piece[]
  readonly width: number
}

export interface LineRules {
  /** In pixels. */
  readonly width: number
  /** The size of the type: what opens between ideographs and Latin letters is a part of it. */
  readonly size: number
  measure(text: string): number
}

/** Marks that begin no line and marks that end none: https://www.w3.org/TR/clreq/#prohibition_rules_for_line_start_end */
const NEVER_FIRST = /^[，。、；：！？…·～）》〉】」』”’｝］〕〗％‰℃,.;:!?)\]}%»›‧・ー]/u
const NEVER_LAST = /[（《〈【「『“‘｛［〔〖([{$¥￥«‹]$/u

const LETTER = '[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Nd}]'
const INNER = `(?:${LETTER}|\\p{M}|[.,:'’/@&+_~=#?%-]+(?=${LETTER})|[%‰℃])`
/** Words and numbers with what belongs into them, doubled dashes and dots, a blank; whatever else comes by the character. */
const ATOM = new RegExp(`[+-]?${LETTER}${INNER}*|—+|…+|\\s+|[^]`, 'gu')
const LATIN = new RegExp(LETTER, 'u')
const IDEOGRAPH = /\p{Script=Han}/u

interface Atom {
  readonly text: string
  readonly width: number
  /** The blank before it, which falls away at the start of a line. */
  readonly gap: number
  readonly mayBegin: boolean
}

/** Sets a text in lines as a Chinese newspaper does: no mark where it must not stand, words and numbers whole. */
export const breakLines = (text: string, rules: LineRules): readonly Line[] => {
  const lines: Line[] = []
  let rest = atomsOf(text, rules)
  while (rest.length > 0) {
    const end = lineEnd(rest, rules.width)
    lines.push(lineOf(rest.slice(0, end)))
    rest = rest.slice(end)
  }
  return lines
}

/** As many lines as need be, all of about one length: a title does not end with a line of one character. */
export const balanceLines = (text: string, rules: LineRules): readonly Line[] => {
  let best = breakLines(text, rules)
  for (let width = rules.width - rules.size / 2; width > rules.width / 2; width -= rules.size / 2) {
    const narrower = breakLines(text, { ...rules, width })
    if (narrower.length > best.length) break
    best = narrower
  }
  return best
}

/** At most this many lines; the last one says when there would be more. */
export const clampLines = (lines: readonly Line[], most: number, rules: LineRules): readonly Line[] => {
  const last = lines[most - 1]
  if (!last || lines.length <= most) return lines
  const more = rules.measure('…')
  const kept = last.pieces.filter(({ x, width }) => x + width + more <= rules.width)
  const end = kept.at(-1)
  const x = end ? end.x + end.width : 0
  return [...lines.slice(0, most - 1), { pieces: [...kept, { text: '…', x, width: more }], width: x + more }]
}

/** Spreads a line to the full width, unless it is so short that holes would show. */
export const justifyLine = (line: Line, { width, size }: LineRules): Line => {
  const gaps = line.pieces.length - 1
  const slack = width - line.width
  if (gaps < 1 || slack <= 0 || slack > 2 * size) return line
  return {
    pieces: line.pieces.map((piece, at) => ({ ...piece, x: piece.x + (slack * at) / gaps })),
    width,
  }
}

const atomsOf = (text: string, { width, size, measure }: LineRules): readonly Atom[] => {
  const atoms: Atom[] = []
  let isSpaced = false
  for (const part of partsOf(text)) {
    if (/^\s/u.test(part)) {
      isSpaced = atoms.length > 0
      continue
    }
    const before = atoms.at(-1)?.text ?? ''
    const gap = isSpaced ? measure(' ') : isJoint(before, part) ? size / 8 : 0
    const mayBegin = !NEVER_FIRST.test(part) && !NEVER_LAST.test(before)
    const whole = measure(part)
    // An address that no line could hold is broken wherever it must.
    if (whole <= width) atoms.push({ text: part, width: whole, gap, mayBegin })
    else
      for (const [at, sign] of [...part].entries())
        atoms.push({ text: sign, width: measure(sign), gap: at ? 0 : gap, mayBegin: at > 0 || mayBegin })
    isSpaced = false
  }
  return atoms
}

/** What the expression takes for single code points may be parts of one character, such as a flag. */
function* partsOf(text: string): Generator<string> {
  const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  let other = ''
  for (const [part] of text.matchAll(ATOM)) {
    const isOther = !LATIN.test(part) && !/^[—…\s]/u.test(part)
    if (isOther) {
      other += part
      continue
    }
    for (const { segment } of characters.segment(other)) yield segment
    other = ''
    yield part
  }
  for (const { segment } of characters.segment(other)) yield segment
}

/** Whether Chinese and Latin meet here, between which a small blank stands. */
const isJoint = (before: string, after: string): boolean => {
  const last = [...before].at(-1) ?? ''
  const first = [...after][0] ?? ''
  return (IDEOGRAPH.test(last) && LATIN.test(first)) || (LATIN.test(last) && IDEOGRAPH.test(first))
}

/** How many atoms stand in the first line. */
const lineEnd = (atoms: readonly Atom[], width: number): number => {
  let x = 0
  let end = 0
  for (const [at, atom] of atoms.entries()) {
    // Where no place is allowed, as in a row of fifty exclamation marks, the line ends where it is full.
    if (at > 0 && x + atom.gap + atom.width > width) return atom.mayBegin ? at : end || at
    if (at > 0 && atom.mayBegin) end = at
    x += (at > 0 ? atom.gap : 0) + atom.width
  }
  return atoms.length
}

const lineOf = (atoms: readonly Atom[]): Line => {
  let x = 0
  const pieces = atoms.map(({ text, width, gap }, at) => {
    const piece = { text, x: x + (at > 0 ? gap : 0), width }
    x = piece.x + width
    return piece
  })
  return { pieces, width: x }
}
