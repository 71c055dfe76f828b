import { cleanup, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { MemoryRouter, useLocation } from 'react-router-dom'
import { afterEach } from 'vitest'
import { ArchiveContext } from '../../src/reader/asking/archive-context.ts'
import { type Language, WordsContext, wordsOf } from '../../src/reader/words/words-context.ts'
import { serveFiles } from './published.ts'

afterEach(cleanup)

interface Paper {
  readonly language?: Language
  readonly year?: string
  readonly at?: string
}

/** Renders a part of the reader that needs words and a router, but no archive. */
export const renderInWords = (part: ReactNode, { language = 'zh', year = '2022', at = '/' }: Paper = {}) => {
  const address = { current: at }
  const Watch = () => {
    const { pathname, search } = useLocation()
    address.current = pathname + search
    return null
  }
  const within = (content: ReactNode) => (
    <MemoryRouter initialEntries={[at]}>
      <WordsContext value={wordsOf(language, year)}>{content}</WordsContext>
      <Watch />
    </MemoryRouter>
  )
  const view = render(within(part))
  return {
    ...view,
    user: userEvent.setup(),
    /** Where the router is now. */
    address,
    show: (other: ReactNode) => view.rerender(within(other)),
  }
}

/** Renders a part of the reader over a published archive. */
export const renderInArchive = async (
  files: Map<string, string | Uint8Array>,
  part: ReactNode,
  paper: Paper = {},
) => {
  const served = serveFiles(files)
  const open = { archive: served.archive, root: await served.archive.root(), isWhole: true }
  const within = (content: ReactNode) => <ArchiveContext value={open}>{content}</ArchiveContext>
  const view = renderInWords(within(part), paper)
  return { ...view, ...served, show: (other: ReactNode) => view.show(within(other)) }
}
