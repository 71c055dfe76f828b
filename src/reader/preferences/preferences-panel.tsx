import { useId } from 'react'
import { languageFor, useWords } from '../words/words-context.ts'
import { Choice } from './choice.tsx'
import { FACES, SIZES, THEMES } from './preferences.ts'
import { usePreferences } from './preferences-provider.tsx'
import './preferences.css'

const LANGUAGES = { zh: '中文', en: 'English' } as const

/** Theme, language, text size and typeface. */
export const PreferencesPanel = () => {
  const words = useWords()
  const heading = useId()
  const { preferences, choose } = usePreferences()
  const { themes, sizes, faces } = words.preferences
  return (
    <section className="preferences" aria-labelledby={heading}>
      <h2 className="panel-heading" id={heading}>
        {words.preferences.heading}
      </h2>
      <Choice
        label={words.preferences.theme}
        value={preferences.theme}
        options={THEMES.map((theme) => [theme, themes[theme]])}
        onChoose={(theme) => choose({ theme })}
      />
      <Choice
        label={words.preferences.size}
        value={preferences.size}
        options={SIZES.map((size) => [size, sizes[size]])}
        onChoose={(size) => choose({ size })}
      />
      <Choice
        label={words.preferences.face}
        value={preferences.face}
        options={FACES.map((face) => [face, faces[face]])}
        onChoose={(face) => choose({ face })}
      />
      <Choice
        label={words.preferences.languageLabel}
        value={preferences.language ?? languageFor(words.lang)}
        options={[
          ['zh', LANGUAGES.zh],
          ['en', LANGUAGES.en],
        ]}
        onChoose={(language) => choose({ language })}
      />
    </section>
  )
}
