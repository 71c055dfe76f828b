import { createContext, type ReactNode, use, useCallback, useLayoutEffect, useMemo, useState } from 'react'
import { DEFAULTS, dressPage, type Preferences, readPreferences, writePreferences } from './preferences.ts'

export interface PreferencesInUse {
  readonly preferences: Preferences
  /** Changes some of them, at once and for the next visit. */
  choose(change: Partial<Preferences>): void
}

const PreferencesContext = createContext<PreferencesInUse>({
  preferences: DEFAULTS,
  choose: () => undefined,
})

export const usePreferences = (): PreferencesInUse => use(PreferencesContext)

/** Holds the reader's choices for the parts below. */
export const PreferencesProvider = ({ children }: { readonly children: ReactNode }) => {
  const [preferences, setPreferences] = useState(readPreferences)
  const choose = useCallback((change: Partial<Preferences>) => {
    // Another tab may have chosen in the meantime: what is stored counts, and only this change is laid over it.
    writePreferences({ ...readPreferences(), ...change })
    setPreferences((before) => ({ ...before, ...change }))
  }, [])
  useLayoutEffect(() => dressPage(preferences), [preferences])
  const value = useMemo(() => ({ preferences, choose }), [preferences, choose])
  return <PreferencesContext value={value}>{children}</PreferencesContext>
}
