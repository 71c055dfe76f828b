import type { Language } from '../words/words-context.ts'

export const THEMES = ['system', 'light', 'dark', 'sepia'] as const
export const SIZES = ['small', 'medium', 'large', 'huge'] as const
export const FACES = ['sans', 'serif'] as const

export interface Preferences {
  readonly theme: (typeof THEMES)[number]
  readonly size: (typeof SIZES)[number]
  readonly face: (typeof FACES)[number]
  /** Nothing until the reader has chosen: the site's language then decides. */
  readonly language?: Language
}

export const DEFAULTS: Preferences = { theme: 'system', size: 'medium', face: 'sans' }

const KEY = 'kanbao.preferences'

/** What the reader chose before; storage that is closed, full of something else or broken counts as empty. */
export const readPreferences = (): Preferences => {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return sound(typeof stored === 'object' && stored !== null ? stored : {})
  } catch {
    return DEFAULTS
  }
}

const sound = (stored: Partial<Record<keyof Preferences, unknown>>): Preferences => {
  const { language } = stored
  return {
    theme: oneOf(THEMES, stored.theme) ?? DEFAULTS.theme,
    size: oneOf(SIZES, stored.size) ?? DEFAULTS.size,
    face: oneOf(FACES, stored.face) ?? DEFAULTS.face,
    ...((language === 'zh' || language === 'en') && { language }),
  }
}

/** The one of the names that the value is. */
export const oneOf = <T extends string>(names: readonly T[], value: unknown): T | undefined =>
  names.find((name) => name === value)

/** Keeps the choice where storage is open, and otherwise for as long as the page lives. */
export const writePreferences = (preferences: Preferences): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences))
  } catch {
    // A private window may refuse: the choice still holds for this page.
  }
}

/** Sets on the root element what style sheets go by. Done before the first paint, so that nothing flashes. */
export const dressPage = ({ theme, size, face }: Preferences): void => {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset.theme
  else dataset.theme = theme
  dataset.size = size
  dataset.face = face
}
