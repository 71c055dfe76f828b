import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { openArchive } from './library/archive.ts'
import { dressPage, readPreferences } from './preferences/preferences.ts'
import { Paper } from './routes.tsx'
import './tokens.css'
import './base.css'

// Before the first paint, or a dark page would flash white.
dressPage(readPreferences())
// The lists bring readers back to their places themselves: the browser would scroll before the rows are there.
history.scrollRestoration = 'manual'

const base = import.meta.env.BASE_URL
const place = document.getElementById('root')
if (place)
  createRoot(place).render(
    <StrictMode>
      <Paper archive={openArchive(base)} base={base.replace(/\/$/, '')} />
    </StrictMode>,
  )
