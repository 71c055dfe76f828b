import { Component, type ReactNode } from 'react'
import { useWords } from '../words/words-context.ts'
import { NoticeView } from './notice-view.tsx'

interface PageBoundaryProps {
  /** Another page is another chance: the boundary opens again when this changes. */
  readonly page: string
  readonly children: ReactNode
}

interface PageBoundaryState {
  readonly isBroken: boolean
  readonly page: string
}

/** Keeps a failing page from leaving the reader with nothing. */
export class PageBoundary extends Component<PageBoundaryProps, PageBoundaryState> {
  override state: PageBoundaryState = { isBroken: false, page: this.props.page }

  static getDerivedStateFromError(): Partial<PageBoundaryState> {
    return { isBroken: true }
  }

  static getDerivedStateFromProps(
    { page }: PageBoundaryProps,
    state: PageBoundaryState,
  ): PageBoundaryState | null {
    return page === state.page ? null : { isBroken: false, page }
  }

  override render(): ReactNode {
    return this.state.isBroken ? <BrokenPage /> : this.props.children
  }
}

/** A bug of ours reached the reader. */
const BrokenPage = () => (
  <main>
    <NoticeView notice={useWords().notices.broken} level="h1" onAction={() => location.reload()} />
  </main>
)
