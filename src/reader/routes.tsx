import { BrowserRouter, Route, Routes, useLocation } from 'react-router-dom'
import type { Archive } from './library/archive.ts'
import { PageBoundary } from './notices/page-boundary.tsx'
import { Opening } from './pages/opening.tsx'
import { ReadingPage } from './pages/reading-page.tsx'
import { PreferencesProvider } from './preferences/preferences-provider.tsx'

/** One route for every address: the list stays mounted while articles open and close beside it. */
export const Paper = ({ archive, base }: { readonly archive: Archive; readonly base: string }) => (
  <BrowserRouter basename={base}>
    <PreferencesProvider>
      <Bounded>
        <Opening archive={archive}>
          <Routes>
            <Route path="*" element={<ReadingPage />} />
          </Routes>
        </Opening>
      </Bounded>
    </PreferencesProvider>
  </BrowserRouter>
)

const Bounded = ({ children }: { readonly children: React.ReactNode }) => (
  <PageBoundary page={useLocation().pathname}>{children}</PageBoundary>
)
