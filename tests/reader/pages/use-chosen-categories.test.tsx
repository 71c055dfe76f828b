// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { useChosenCategories } from '../../../src/reader/pages/use-chosen-categories.ts'
import { renderInArchive } from '../open-paper.tsx'
import { post, publishPosts } from '../published.ts'

let files: Map<string, string | Uint8Array>
beforeAll(async () => {
  const large = Array.from({ length: 12 }, (_, index) => ({
    ...post('2022-01-07 09:00', `a${index}`, { categories: `big${index}` }),
    ...post('2022-01-07 10:00', `b${index}`, { categories: `big${index}` }),
  }))
  files = await publishPosts(
    Object.assign(post('2022-01-08 09:00', 'c', { categories: 'small', tags: '小报新闻' }), ...large),
  )
})

const NONE: readonly string[] = []
const Names = ({ slugs }: { readonly slugs: readonly string[] }) => {
  const { entries, isUnknown } = useChosenCategories(slugs)
  return (
    <p role="note">
      {slugs.map((slug) => {
        const name = entries.find((entry) => entry.slug === slug)?.name
        return `${slug}=${name ?? (isUnknown(slug) ? 'unknown' : 'asked')} `
      })}
    </p>
  )
}
const note = () => screen.getByRole('note').textContent?.trim()

describe('the chosen categories', () => {
  it('have their names at once where the root has them', async () => {
    const slugs = ['big0']
    await renderInArchive(files, <Names slugs={slugs} />)
    expect(note()).toMatch(/^big0=(?!asked|unknown)/)
  })

  it('are looked up where it does not', async () => {
    const slugs = ['small']
    const { asked } = await renderInArchive(files, <Names slugs={slugs} />)
    await waitFor(() => expect(note()).toBe('small=小报'))
    expect(asked.filter((path) => path.includes('/tally/'))).toHaveLength(1)
  })

  it('are unknown only once the archive has been asked', async () => {
    const slugs = ['nowhere']
    await renderInArchive(files, <Names slugs={slugs} />)
    await waitFor(() => expect(note()).toBe('nowhere=unknown'))
  })

  it('cost nothing where none is chosen', async () => {
    const { asked } = await renderInArchive(files, <Names slugs={NONE} />)
    expect(asked).toHaveLength(1)
    expect(note()).toBe('')
  })
})
