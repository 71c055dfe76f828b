import {
  ANY_FOLLOWER,
  categoryKey,
  characterKey,
  cutTerms,
  foldedUnits,
  followerOf,
  pairKey,
  wordKey,
} from '../../archive/terms.ts'
import type { Phrase } from './query.ts'

/** What an index is asked for: the articles with one of these terms, and with this behind it. */
export interface AskedTerm {
  readonly keys: readonly number[]
  /** What must follow a pair, or ANY_FOLLOWER. */
  readonly follower: number
  /** How seldom the term is, as far as that can be told without looking; more is rarer. */
  readonly rarity: number
}

/** The characters that Chinese texts use most, and that say least. */
const FREQUENT = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军股市场司',
)

const rarityOf = (unit: number): number => (FREQUENT.has(String.fromCharCode(unit)) ? 0 : 1)

/**
 * The terms by which articles with a phrase are found, those first that say most: the rarest, and of pairs those that
 * go on. Terms that do not suffice cost a look at a text, never a match.
 */
export const termsOf = ({ text, inTitle }: Phrase): readonly AskedTerm[] => {
  // A copy, since the units are in a buffer that the next text takes.
  const units = foldedUnits(text).slice()
  const field = inTitle ? 'title' : 'text'
  const terms: AskedTerm[] = []
  const characters: AskedTerm[] = []
  cutTerms(units, {
    onPair(first, second, next) {
      const follower = next === 0 ? ANY_FOLLOWER : followerOf(next)
      const rarity = rarityOf(first) + rarityOf(second) + (follower === ANY_FOLLOWER ? 0 : 1)
      terms.push({ keys: [pairKey(first, second, field)], follower, rarity })
    },
    onWord(start, end) {
      // A long word is as good as a phrase.
      const rarity = Math.min(4, (end - start) / 2)
      terms.push({ keys: [wordKey(units, start, end, field)], follower: ANY_FOLLOWER, rarity })
    },
    onCharacter(unit) {
      characters.push({ keys: [characterKey(unit)], follower: ANY_FOLLOWER, rarity: rarityOf(unit) })
    },
  })
  // Only titles have characters as terms: they serve where there is no other.
  const all = inTitle && terms.length === 0 ? characters : terms
  const apart = all.filter(({ keys: [key] }, at) => all.findIndex((each) => each.keys[0] === key) === at)
  return apart.sort((a, b) => b.rarity - a.rarity)
}

/** Most categories are rarer than any word. */
const RARE = 5

/** The term by which articles of any of these categories are found; none where all will do. */
export const categoryTerms = (categories: readonly string[]): readonly AskedTerm[] =>
  categories.length === 0 ? [] : [{ keys: categories.map(categoryKey), follower: ANY_FOLLOWER, rarity: RARE }]
