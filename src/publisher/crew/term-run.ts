import type { Article } from '../../archive/article.ts'
import { NO_PAIR } from '../../archive/search-bucket.ts'
import {
  ANY_FOLLOWER,
  categoryKey,
  characterKey,
  cutTerms,
  FOLLOWER_BITS,
  foldedUnits,
  followerOf,
  KEY_BITS,
  pairKey,
  type TermField,
  wordKey,
} from '../../archive/terms.ts'
import { visibleText } from '../../archive/visible-text.ts'

/** Runs are kept by the highest bits of keys, so that what stands in one part can be had without the others. */
export const PART_BITS = 8
export const PARTS = 2 ** PART_BITS

/** The part of a run that a key is in. */
export const partOfKey = (key: number): number => key >>> (KEY_BITS - PART_BITS)

/** Articles in one run: with a follower beside it a place has sixteen bits, of which this leaves one to spare. */
export const RUN_ARTICLES = 2048

/** Terms of a run, part by part: `starts` has where each part begins, and the end. */
export interface PartedRun {
  readonly starts: Uint32Array
  readonly keys: Uint32Array
  /** Place and follower, packed. */
  readonly values: Uint16Array
}

/** Collects the terms of up to RUN_ARTICLES articles, each term once an article. */
export class TermRun {
  #keys = new Uint32Array(1 << 20)
  #values = new Uint16Array(1 << 20)
  #end = 0
  #articles = 0
  readonly #article = new ArticleTerms()
  #sortedKeys = new Uint32Array(0)
  #sortedValues = new Uint16Array(0)

  /** Begins another run. Memory is used again: to have it given anew takes as long as to fill it. */
  clear(): void {
    this.#end = 0
    this.#articles = 0
  }

  add({ title, html, categories }: Pick<Article, 'title' | 'html' | 'categories'>): void {
    const terms = this.#article
    terms.begin()
    terms.cut(title, 'title')
    terms.cut(title, 'text')
    terms.cut(visibleText(html), 'text')
    for (const { slug } of categories) terms.add(categoryKey(slug), NO_PAIR)
    this.#take(terms)
    this.#articles++
  }

  #take({ count, keys, followers }: ArticleTerms): void {
    if (this.#end + count > this.#keys.length) {
      const length = 2 * (this.#end + count)
      this.#keys = grown(this.#keys, new Uint32Array(length))
      this.#values = grown(this.#values, new Uint16Array(length))
    }
    const place = this.#articles << FOLLOWER_BITS
    for (let term = 0; term < count; term++) {
      this.#keys[this.#end] = keys[term] as number
      this.#values[this.#end++] = place | (followers[term] as number)
    }
  }

  /** The terms sorted by parts; within a part, by articles. They stand as long as no other run is asked for its. */
  parted(): PartedRun {
    const starts = new Uint32Array(PARTS + 1)
    for (let at = 0; at < this.#end; at++) {
      const part = partOfKey(this.#keys[at] as number) + 1
      starts[part] = (starts[part] as number) + 1
    }
    for (let part = 0; part < PARTS; part++)
      starts[part + 1] = (starts[part + 1] as number) + (starts[part] as number)
    const next = starts.slice(0, PARTS)
    if (this.#sortedKeys.length < this.#end) {
      this.#sortedKeys = new Uint32Array(this.#keys.length)
      this.#sortedValues = new Uint16Array(this.#keys.length)
    }
    const keys = this.#sortedKeys.subarray(0, this.#end)
    const values = this.#sortedValues.subarray(0, this.#end)
    for (let at = 0; at < this.#end; at++) {
      const key = this.#keys[at] as number
      const part = partOfKey(key)
      const to = next[part] as number
      next[part] = to + 1
      keys[to] = key
      values[to] = this.#values[at] as number
    }
    return { starts, keys, values }
  }
}

const grown = <T extends Uint32Array | Uint16Array | Uint8Array>(old: T, larger: T): T => {
  larger.set(old)
  return larger
}

/** The terms of one article: each once, with its follower when that is the same wherever the term stands. */
class ArticleTerms {
  count = 0
  keys = new Uint32Array(4096)
  followers = new Uint8Array(4096)
  /** A hash table over the keys: places in them, from 1; 0 is free. As small as will do: it is to stay in a cache. */
  #slots: Uint16Array | Uint32Array = new Uint16Array(1 << 12)

  begin(): void {
    // Only what was taken is freed: a short article must not pay for the longest.
    if (this.count * 4 > this.#slots.length) this.#slots.fill(0)
    else for (let at = 0; at < this.count; at++) this.#free(this.keys[at] as number)
    this.count = 0
  }

  cut(text: string, field: TermField): void {
    const units = foldedUnits(text)
    cutTerms(units, {
      onPair: (first, second, next) =>
        this.add(pairKey(first, second, field), next === 0 ? ANY_FOLLOWER : followerOf(next)),
      onWord: (start, end) => this.add(wordKey(units, start, end, field), NO_PAIR),
      ...(field === 'title' && {
        onCharacter: (unit: number) => this.add(characterKey(unit), NO_PAIR),
      }),
    })
  }

  add(key: number, follower: number): void {
    const mask = this.#slots.length - 1
    let slot = key & mask
    for (;;) {
      const taken = this.#slots[slot] as number
      if (taken === 0) break
      if (this.keys[taken - 1] === key) {
        if (this.followers[taken - 1] !== follower && follower !== NO_PAIR)
          this.followers[taken - 1] = ANY_FOLLOWER
        return
      }
      slot = (slot + 1) & mask
    }
    if (this.count === this.keys.length) this.#grow()
    this.keys[this.count] = key
    this.followers[this.count++] = follower
    if (this.count * 2 > this.#slots.length) this.#rehash()
    else this.#slots[slot] = this.count
  }

  /** Frees the slots of a key's neighbourhood: all that stand in it belong to this article. */
  #free(key: number): void {
    const mask = this.#slots.length - 1
    for (let slot = key & mask; this.#slots[slot] !== 0; slot = (slot + 1) & mask) this.#slots[slot] = 0
  }

  #grow(): void {
    this.keys = grown(this.keys, new Uint32Array(this.keys.length * 2))
    this.followers = grown(this.followers, new Uint8Array(this.followers.length * 2))
  }

  #rehash(): void {
    const length = this.#slots.length * 2
    this.#slots = length > 2 ** 16 ? new Uint32Array(length) : new Uint16Array(length)
    const mask = this.#slots.length - 1
    for (let at = 0; at < this.count; at++) {
      let slot = (this.keys[at] as number) & mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
      this.#slots[slot] = at + 1
    }
  }
}
