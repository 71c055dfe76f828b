import { Fragment, StrictMode, startTransition } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router-dom'
import type { StandingPage } from '../archive/printed-page.ts'
import { openArchive } from './library/archive.ts'
import { searchAhead } from './library/search-ahead.ts'
import { loadArticleView } from './pages/article-view-part.ts'
import { readPrinted, readSearched } from './pages/read-printed.ts'
import { dressPage, readPreferences } from './preferences/preferences.ts'
import { Paper } from './routes.tsx'
import './tokens.css'
import './base.css'

// Before the first paint, or a dark page would flash white.
dressPage(readPreferences())
// The lists bring readers back to their places themselves: the browser would scroll before the rows are there.
history.scrollRestoration = 'manual'

// With its slash, so that the way home leads to where home is: some hosts answer for a bare /news, and there it goes without.
const base = import.meta.env.BASE_URL
const basename = base.replace(/\/$/, '')
const archive = openArchive(base)

const paper = (printed?: StandingPage) => (
  <StrictMode>
    <BrowserRouter basename={location.pathname === basename ? basename : base}>
      <Paper archive={archive} printed={printed} />
    </BrowserRouter>
  </StrictMode>
)

const open = async (place: HTMLElement): Promise<void> => {
  const printed = readPrinted(basename)
  if (!printed) {
    createRoot(place).render(paper())
    const searched = readSearched(basename)
    // What fails ahead is heard of where it is asked for in earnest.
    if (searched) searchAhead(base, searched.page, searched.filter).catch(() => {})
    return
  }
  if (printed.article) await loadArticleView()
  // The page can be read already: its reader, who may be scrolling, goes before its taking over.
  startTransition(() => {
    const root = hydrateRoot(place, paper(printed), {
      // Whatever is other than it was printed is read from the archive: a text that React has thrown away would be lost.
      onRecoverableError: () => root.render(<Fragment key="anew">{paper()}</Fragment>),
    })
  })
}

const place = document.getElementById('root')
if (place) void open(place)
