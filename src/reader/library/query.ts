import { fold, foldingTables, IDEOGRAPH, OTHER } from '../../archive/fold.ts'

/** One thing that is searched for: a word, or several characters that stand side by side. */
export interface Phrase {
  /** Folded, with single blanks. */
  readonly text: string
  /** Only the title counts. */
  readonly inTitle: boolean
}

/** What a search asks for. */
export interface Query {
  /** All of them must be there. */
  readonly wanted: readonly Phrase[]
  /** None of them may. */
  readonly unwanted: readonly Phrase[]
  /** Something was asked for in which no two ideographs meet, which is looked for in titles alone. */
  readonly isOfTitles: boolean
}

/** `-"a b"`, `title:词`, `词`: quotation marks of any script hold a phrase together, and end the one before. */
const PART =
  /(-?)((?:title|标题|標題)[:：])?(?:["“”„«「『]([^"“”„»」』]*)["“”»」』]?|([^\s"“”„«»「」『』]+))/giu

/** Reads a search as people write one. Signs alone, which are no part of any word, say nothing. */
export const parseQuery = (words: string): Query => {
  const wanted: Phrase[] = []
  const unwanted: Phrase[] = []
  let isOfTitles = false
  for (const [, minus, title, quoted, bare] of words.matchAll(PART)) {
    const text = fold(quoted ?? bare ?? '')
      .replace(/\s+/g, ' ')
      .trim()
    if (!hasTerm(text)) continue
    const isSingle = !minus && !title && hasLoneIdeographs(text)
    isOfTitles ||= isSingle
    const phrase = { text, inTitle: title !== undefined || isSingle }
    if (minus) unwanted.push(phrase)
    else if (!wanted.some((each) => each.text === text && each.inTitle === phrase.inTitle))
      wanted.push(phrase)
  }
  return { wanted, unwanted, isOfTitles }
}

const kindAt = (text: string, place: number): number =>
  foldingTables().kinds[text.charCodeAt(place)] as number

const hasTerm = (text: string): boolean =>
  Array.from({ length: text.length }, (_, place) => kindAt(text, place)).some((kind) => kind !== OTHER)

/** One ideograph, which may take two code units, or several with signs between: `股、债`. Texts are not indexed so. */
const hasLoneIdeographs = (text: string): boolean => {
  const kinds = Array.from(text, (character) => kindAt(character, 0))
  return kinds.every(
    (kind, place) => kind === OTHER || (kind === IDEOGRAPH && kinds[place + 1] !== IDEOGRAPH),
  )
}
