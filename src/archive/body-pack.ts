import { anArticle } from './article.ts'
import { type Checked, list, object } from './check.ts'
import { aDay } from './day.ts'

/** Whole articles of one day that follow one another, oldest first. */
export const aBodyPack = object({ day: aDay, articles: list(anArticle) })
export type BodyPack = Checked<typeof aBodyPack>
