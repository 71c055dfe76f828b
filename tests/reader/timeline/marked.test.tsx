// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import type { Mark } from '../../../src/reader/library/listing.ts'
import { Marked } from '../../../src/reader/timeline/marked.tsx'
import { renderInWords } from '../open-paper.tsx'

/** The text as it is shown, marked words in brackets. */
const marked = (text: string, marks?: readonly Mark[]): string => {
  const { container } = renderInWords(<Marked text={text} marks={marks} />)
  for (const mark of container.querySelectorAll('mark')) mark.textContent = `[${mark.textContent}]`
  return container.textContent ?? ''
}

describe('a text with marks', () => {
  it.each<[string, readonly Mark[] | undefined]>([
    ['贵州茅台涨停', undefined],
    ['贵州茅台涨停', []],
    [
      '贵州[茅台]涨停，[茅台]',
      [
        [2, 4],
        [7, 9],
      ],
    ],
    ['[贵州]茅台', [[0, 2]]],
    ['贵州[茅台]', [[2, 4]]],
    [
      '[贵州][茅台]',
      [
        [0, 2],
        [2, 4],
      ],
    ],
    ['𠮷[野家]', [[2, 4]]],
  ])('is %s', (expected, marks) => {
    expect(marked(expected.replace(/[[\]]/g, ''), marks)).toBe(expected)
  })

  it.each<[string, readonly Mark[]]>([
    ['past its end', [[2, 9]]],
    ['empty', [[2, 2]]],
    ['backwards', [[3, 1]]],
  ])('is whole where a mark is %s', (_, marks) => {
    expect(marked('贵州茅台', marks)).toBe('贵州茅台')
  })

  it('is whole where marks lie over each other', () => {
    const marks: readonly Mark[] = [
      [0, 3],
      [2, 4],
    ]
    expect(marked('贵州茅台', marks)).toBe('[贵州茅]台')
  })
})
