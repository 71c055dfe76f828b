import type { Article } from '../../src/archive/article.ts'
import type { Day } from '../../src/archive/day.ts'
import type { Edition } from '../../src/publisher/edition.ts'
import type { PackedMemo } from '../../src/publisher/ledger/month-file.ts'
import { packDay } from '../../src/publisher/stages/pack-day.ts'
import { aMemoWith } from './ledger/memos.ts'
import { anArticleWith, aRecordWith } from './site-folder.ts'

/** Article `number` of the tests that index many: a word of its own, and pairs that it shares with some. */
export const aNumbered = (number: number, day: Day): Article =>
  anArticleWith({
    permalink: `/${number}.html`,
    day,
    title: `第${number}篇`,
    html: `<p>全文 own${number} ${number % 3 === 0 ? '降准' : '加息'}了</p>`,
    categories: [{ slug: `c${number % 5}`, name: `类${number % 5}` }],
  })

/** Puts the body packs of these articles, each day an entry, as a publish has done before it makes an index. */
export const packArticles = (
  edition: Edition,
  articles: readonly Article[],
  packBytes = 2000,
): PackedMemo[] => {
  const days = [...new Set(articles.map(({ day }) => day))]
  return days.map((day) => {
    const own = articles.filter((article) => article.day === day)
    const written = own.map((article) => ({ outline: article, json: JSON.stringify(article) }))
    const posts = written.map(({ outline: { permalink }, json }) =>
      aRecordWith({ permalink, day, bytes: Buffer.byteLength(json) }),
    )
    return aMemoWith({ ...packDay(edition, day, written, packBytes), day, posts })
  })
}

/** Numbered articles, so many a day from 2022-01-01 on. */
export const numberedArticles = (count: number, aDay: number): Article[] =>
  Array.from({ length: count }, (_, number) => {
    const midnight = Date.UTC(2022, 0, 1 + Math.floor(number / aDay))
    return aNumbered(number, new Date(midnight).toISOString().slice(0, 10) as Day)
  })
