import { Component, type ReactNode } from 'react'
import { BrokenPage } from './broken-page.tsx'

interface PageBoundaryProps {
  /** Another page is another chance: the boundary opens again when this changes. */
  readonly page: string
  readonly children: ReactNode
}

/** Keeps a failing page from leaving the reader with nothing. */
export class PageBoundary extends Component<PageBoundaryProps, { broken?: string }> {
  override state: { broken?: string } = {}

  static getDerivedStateFromError(): { broken: string } {
    return { broken: '' }
  }

  override componentDidCatch(): void {
    this.setState({ broken: this.props.page })
  }

  override render(): ReactNode {
    const { broken } = this.state
    if (broken === undefined || (broken !== '' && broken !== this.props.page)) return this.props.children
    return <BrokenPage />
  }
}
