import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { dressPage, type Preferences, readPreferences, writePreferences } from './preferences.ts'
import { PreferencesContext } from './preferences-context.ts'

/** Holds the reader's choices for the parts below and keeps them for the next visit. */
export const PreferencesProvider = ({ children }: { readonly children: ReactNode }) => {
  const [preferences, setPreferences] = useState(readPreferences)
  const choose = useCallback((change: Partial<Preferences>) => {
    // Another tab may have chosen in the meantime: what is stored counts, and only this change is laid over it.
    const chosen = { ...readPreferences(), ...change }
    writePreferences(chosen)
    dressPage(chosen)
    setPreferences((before) => ({ ...before, ...change }))
  }, [])
  const value = useMemo(() => ({ preferences, choose }), [preferences, choose])
  return <PreferencesContext value={value}>{children}</PreferencesContext>
}
