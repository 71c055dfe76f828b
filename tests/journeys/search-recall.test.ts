import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { env } from 'node:process'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { fold } from '../../src/archive/fold.ts'
import type { Root } from '../../src/archive/root.ts'
import { cutTerms, foldedUnits } from '../../src/archive/terms.ts'
import { openSession } from '../../src/reader/library/search-session.ts'
import { buildSite, FINEWS, newFolder } from './build-site.ts'
import { articlesIn, type PlainArticle, plainSearch } from './plain-search.ts'
import { fileAt } from './static-server.ts'

const CORPUS = resolve('../shared/corpus/make-corpus.mjs')

/** 20,000 by hand: KANBAO_RECALL_POSTS=20000 npx vitest run --project journeys search-recall */
const POSTS = env.KANBAO_RECALL_POSTS ?? '1000'
const patient = { timeout: 3_600_000 }

const corpus = (): string => {
  const site = newFolder()
  execFileSync(process.execPath, [CORPUS, '--posts', POSTS, '--quirks', '0.02', '--out', site], {
    stdio: 'ignore',
  })
  return site
}

const sites = [
  { name: 'the real posts', isThere: existsSync(FINEWS), make: () => FINEWS },
  { name: `${POSTS} made posts`, isThere: existsSync(CORPUS), make: corpus },
]

for (const { name, isThere, make } of sites)
  describe.skipIf(!isThere)(`the search over ${name} (../shared)`, () => {
    let out: string
    let root: Root
    let articles: PlainArticle[]
    let find: ReturnType<typeof plainSearch>
    beforeAll(async () => {
      ;({ out } = await buildSite(make()))
      root = JSON.parse(readFileSync(join(out, 'archive/root.json'), 'utf8')) as Root
      articles = articlesIn(out)
      find = plainSearch(articles)
      // The files themselves, without a server between: thousands of questions ask for many.
      vi.stubGlobal('fetch', async (path: string) => {
        const file = fileAt(out, path)
        return typeof file === 'object'
          ? new Response(readFileSync(join(out, path)))
          : new Response('', { status: 404 })
      })
    })
    afterAll(() => vi.unstubAllGlobals())

    /** All that a search lists, in its order. */
    const search = async (words: string): Promise<string[]> => {
      const next = openSession({ base: '', root, filter: { categories: [], words }, skip: 0 })
      const listed: string[] = []
      for (;;) {
        const { headlines, isDone, failure } = await next()
        expect(failure).toBeUndefined()
        listed.push(...headlines.map(({ permalink }) => permalink))
        if (isDone) return listed
      }
    }

    const random = seeded(7)
    const draw = <T>(list: readonly T[]): T => list[random(list.length)] as T
    const substring = (): string => {
      for (;;) {
        const { title, text } = draw(articles)
        const whole = `${title}\n${text}`
        const start = random(whole.length)
        const drawn = whole.slice(start, start + 2 + random(7))
        if (/^\p{Script=Han}{2,8}$/u.test(drawn)) return drawn
      }
    }

    it(
      'lists exactly what a text search finds: 500 substrings of 2 to 8 ideographs, newest first',
      patient,
      async () => {
        const places = new Map(articles.map(({ permalink }, place) => [permalink, place]))
        for (let count = 0; count < 500; count++) {
          const words = substring()
          const listed = await search(words)
          expect([...listed].sort(), words).toEqual(find(words).sort())
          const order = listed.map((permalink) => places.get(permalink) as number)
          expect(order, words).toEqual([...order].sort((a, b) => b - a))
        }
      },
    )

    it('the same for 100 words and numbers, which are found where they are whole', patient, async () => {
      const known = new Map<string, Set<string>>()
      for (const { permalink, title, text } of articles)
        for (const word of wordsIn(`${title}\n${text}`))
          known.set(word, (known.get(word) ?? new Set<string>()).add(permalink))
      const words = [...known.keys()]
      for (let count = 0; count < 100; count++) {
        const word = draw(words)
        expect((await search(word)).sort(), word).toEqual([...(known.get(word) as Set<string>)].sort())
      }
    })

    it('and nothing for 100 strings that stand nowhere', patient, async () => {
      const ideographs = [...new Set(articles.flatMap(({ text }) => text.match(/\p{Script=Han}/gu) ?? []))]
      for (let count = 0; count < 100; ) {
        const words = `${draw(ideographs)}${draw(ideographs)}${draw(ideographs)}`
        if (find(words).length > 0) continue
        expect(await search(words), words).toEqual([])
        count++
      }
    })
  })

/** Whole numbers below a limit; the same ones each time. */
function seeded(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    return (state >>> 8) % limit
  }
}

const wordsIn = (text: string): string[] => {
  const units = foldedUnits(fold(text)).slice()
  const words: string[] = []
  cutTerms(units, {
    onPair: () => {},
    onWord: (start, end) => words.push(String.fromCharCode(...units.subarray(start, end))),
  })
  return words
}
