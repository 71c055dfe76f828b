import { Route, Routes, useLocation } from 'react-router-dom'
import type { StandingPage } from '../archive/printed-page.ts'
import type { Archive } from './library/archive.ts'
import { PageBoundary } from './notices/page-boundary.tsx'
import { Opening } from './pages/opening.tsx'
import { ReadingPage } from './pages/reading-page.tsx'
import { PreferencesProvider } from './preferences/preferences-provider.tsx'

interface PaperProps {
  readonly archive: Archive
  /** The page as it was printed, if it was. */
  readonly printed?: StandingPage | undefined
}

/**
 * What stands below the router. One route for every address: the list stays mounted while articles open and close
 * beside it.
 */
export const Paper = ({ archive, printed }: PaperProps) => (
  <PreferencesProvider isPrinted={printed !== undefined}>
    <Bounded>
      <Opening archive={archive} printed={printed}>
        <Routes>
          <Route path="*" element={<ReadingPage />} />
        </Routes>
      </Opening>
    </Bounded>
  </PreferencesProvider>
)

const Bounded = ({ children }: { readonly children: React.ReactNode }) => (
  <PageBoundary page={useLocation().pathname}>{children}</PageBoundary>
)
