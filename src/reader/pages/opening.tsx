import { type ReactNode, useCallback, useEffect, useMemo } from 'react'
import { yearOf } from '../../archive/day.ts'
import { ArchiveContext } from '../asking/archive-context.ts'
import { useAnswer } from '../asking/use-answer.ts'
import { useLate } from '../asking/use-late.ts'
import type { Archive } from '../library/archive.ts'
import { FailureNotice } from '../notices/failure-notice.tsx'
import { usePreferences } from '../preferences/preferences-provider.tsx'
import { TimelineSkeleton } from '../timeline/timeline-skeleton.tsx'
import { languageFor, WordsContext, wordsOf } from '../words/words-context.ts'

interface OpeningProps {
  readonly archive: Archive
  readonly children: ReactNode
}

/** Reads the root and the language, without which no page can say anything. */
export const Opening = ({ archive, children }: OpeningProps) => {
  const { language } = usePreferences().preferences
  const ask = useCallback(() => archive.root(), [archive])
  const { value: root, failure, settled, retry } = useAnswer(ask)
  const isLate = useLate(!settled)
  const open = useMemo(() => root && { archive, root }, [archive, root])
  const lang = root?.site.lang ?? document.documentElement.lang
  const year = yearOf(root?.newest[0]?.day ?? '')
  const words = useMemo(() => wordsOf(language ?? languageFor(lang), year), [language, lang, year])
  useEffect(() => {
    document.documentElement.lang = words.lang
  }, [words])
  return (
    <WordsContext value={words}>
      {open && <ArchiveContext value={open}>{children}</ArchiveContext>}
      {failure && (
        <main>
          <FailureNotice failure={failure} level="h1" onRetry={retry} />
        </main>
      )}
      {isLate && (
        <main className="opening">
          <TimelineSkeleton />
        </main>
      )}
    </WordsContext>
  )
}
