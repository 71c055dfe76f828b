import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { useLocation } from 'react-router-dom'
import { yearOf } from '../../archive/day.ts'
import type { StandingPage } from '../../archive/printed-page.ts'
import { ArchiveContext } from '../asking/archive-context.ts'
import { useAnswer } from '../asking/use-answer.ts'
import { useLate } from '../asking/use-late.ts'
import type { Archive } from '../library/archive.ts'
import { provisionalRoot } from '../library/provisional-root.ts'
import { FailureNotice } from '../notices/failure-notice.tsx'
import { usePreferences } from '../preferences/preferences-provider.tsx'
import { TimelineSkeleton } from '../timeline/timeline-skeleton.tsx'
import { languageFor, WordsContext, wordsOf } from '../words/words-context.ts'

interface OpeningProps {
  readonly archive: Archive
  /** The page as it was printed, if the document holds one. */
  readonly printed?: StandingPage | undefined
  readonly children: ReactNode
}

/** Reads the root and the language, without which no page can say anything. */
export const Opening = ({ archive, printed, children }: OpeningProps) => {
  const { language } = usePreferences().preferences
  const ask = useCallback(() => archive.root(), [archive])
  const { value: whole, failure, settled, retry } = useAnswer(ask)
  const isLate = useLate(!settled && !printed)
  const provisional = useMemo(() => printed && provisionalRoot(printed), [printed])
  const root = whole ?? provisional
  const standing = useStanding(printed)
  const isWhole = whole !== undefined
  const reopen = failure && retry
  const open = useMemo(
    () => root && { archive, root, isWhole, printed: standing, reopen },
    [archive, root, isWhole, standing, reopen],
  )
  const lang = root?.site.lang ?? document.documentElement.lang
  const year = yearOf(root?.newest[0]?.day ?? '')
  const words = useMemo(() => wordsOf(language ?? languageFor(lang), year), [language, lang, year])
  useEffect(() => {
    document.documentElement.lang = words.lang
  }, [words])
  return (
    <WordsContext value={words}>
      {open && <ArchiveContext value={open}>{children}</ArchiveContext>}
      {failure && !printed && (
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

/** The printed page for as long as the reader is on it: whoever comes back finds what the archive says. */
const useStanding = (printed: StandingPage | undefined): StandingPage | undefined => {
  const { pathname } = useLocation()
  const [first, setFirst] = useState<string | undefined>(pathname)
  if (first !== undefined && first !== pathname) setFirst(undefined)
  return first === pathname ? printed : undefined
}
