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

interface PreferencesProviderProps {
  /** Whether the first rendering is of a page that was printed. */
  readonly isPrinted?: boolean
  readonly children: ReactNode
}

/** Holds the reader's choices for the parts below. */
export const PreferencesProvider = ({ isPrinted = false, children }: PreferencesProviderProps) => {
  // A page is printed for everybody; each reader's own choices are laid over it before it is painted again.
  const [preferences, setPreferences] = useState(isPrinted ? DEFAULTS : readPreferences)
  useLayoutEffect(() => {
    if (isPrinted) setPreferences(readPreferences())
  }, [isPrinted])
  const choose = useCallback((change: Partial<Preferences>) => {
    // Another tab may have chosen in the meantime: what is stored counts, and only this change is laid over it.
    writePreferences({ ...readPreferences(), ...change })
    setPreferences((before) => ({ ...before, ...change }))
  }, [])
  useLayoutEffect(() => dressPage(preferences), [preferences])
  const value = useMemo(() => ({ preferences, choose }), [preferences, choose])
  return <PreferencesContext value={value}>{children}</PreferencesContext>
}
