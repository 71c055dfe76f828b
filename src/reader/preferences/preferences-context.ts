import { createContext, use } from 'react'
import { DEFAULTS, type Preferences } from './preferences.ts'

export interface PreferencesInUse {
  readonly preferences: Preferences
  choose(change: Partial<Preferences>): void
}

export const PreferencesContext = createContext<PreferencesInUse>({
  preferences: DEFAULTS,
  choose: () => undefined,
})

export const usePreferences = (): PreferencesInUse => use(PreferencesContext)
