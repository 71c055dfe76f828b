import { createContext, use } from 'react'
import { type DayWords, dayWords } from './day-words.ts'
import { en } from './en.ts'
import type { Messages } from './messages.ts'
import { zh } from './zh.ts'

export type Language = 'zh' | 'en'

export type Words = Messages & DayWords & { readonly lang: string }

/** The words of one language; `currentYear` is left out when a day is said. */
export const wordsOf = (language: Language, currentYear: string): Words => {
  const messages = language === 'zh' ? zh : en
  const lang = language === 'zh' ? 'zh-CN' : 'en'
  return { ...messages, ...dayWords(lang, currentYear, messages.days), lang }
}

/** The interface language that goes with a site's or a page's `lang`. */
export const languageFor = (lang: string): Language => (/^zh\b/i.test(lang) ? 'zh' : 'en')

export const WordsContext = createContext<Words>(wordsOf('zh', ''))

export const useWords = (): Words => use(WordsContext)
