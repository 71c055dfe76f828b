import { seeded } from '../bench/measures/random.ts'
import { post, publishPosts } from './published.ts'

const CATEGORIES = ['hongguan', 'gushi', 'haiwai']
/** Few characters, so that what is searched for is often nearly there; some are traditional, some frequent. */
const IDEOGRAPHS = '贵州茅台证券后天国人股的貴臺證後國𠮷'
const WORDS = ['ETF', '600519', '000858', '3.5%', '3.5', '12,345', 'GDP', '2022', '50GWh', 'Fed', 'ＡＩ']
const SIGNS = ['，', '。', '：', ' ', '、', '“', '”']

/** Articles a day; of the newest day there are more, and a pack goes on from one segment of the index into the next. */
const A_DAY = 29
const DAYS = 14
const ARTICLES = 700

/** The day of an article, from 0, and its minute of that day. */
const momentOf = (index: number): readonly [day: number, minute: number] => {
  const day = Math.min(DAYS - 1, Math.floor(index / A_DAY))
  return [day, index - day * A_DAY]
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** Publishes news of chance, always the same: 700 short articles over some months, nearly half of them on one day. */
export const publishRandomNews = () => {
  const random = seeded(7)
  const below = (count: number): number => Math.floor(random() * count)
  const oneOf = <T>(list: readonly T[]): T => list[below(list.length)] as T
  const ideographs = (): string => Array.from({ length: 1 + below(5) }, () => oneOf([...IDEOGRAPHS])).join('')
  // A word or sign stands between ideographs, so that no two words become one.
  const line = (parts: number): string =>
    Array.from({ length: parts }, () => `${ideographs()}${random() < 0.4 ? oneOf(WORDS) : oneOf(SIGNS)}`)
      .join('')
      .concat(ideographs())
  const posts = Array.from({ length: ARTICLES }, (_, index) => {
    const [number, minute] = momentOf(index)
    const day = `2022-${twoDigits(1 + Math.floor(number / 6))}-${twoDigits(1 + 3 * (number % 6))}`
    const clock = `${twoDigits(8 + Math.floor(minute / 60))}:${twoDigits(minute % 60)}`
    const own = CATEGORIES.filter(() => random() < 0.4).join(' ')
    const lines = Array.from({ length: 1 + below(3) }, () => line(1 + below(4)))
    return post(`${day} ${clock}`, `n${index}`, {
      permalink: `/n/${index}.html`,
      title: JSON.stringify(line(1 + below(2))),
      categories: own,
      body: lines.map((each) => (random() < 0.2 ? `${each}**${ideographs()}**` : each)).join('\n\n'),
    })
  })
  const undated = { 'no-date.md': '---\ntitle: 贵州没有日期\npermalink: /n/undated.html\n---\n茅台证券\n' }
  return publishPosts(Object.assign(undated, ...posts))
}
