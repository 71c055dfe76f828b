import { EXCERPT_LIMIT } from '../../archive/limits.ts'

/** A shorter sentence does not end an excerpt. */
const SHORTEST = 60

/** One line of plain text, at most EXCERPT_LIMIT characters: the digest, or the first sentences of the story. */
export const writeExcerpt = (digest: string, text: string, title: string): string => {
  const lines = (digest || text).split('\n').map((line) => line.trim())
  // A story that opens with its own title would say it twice.
  const whole = (lines[0] === title ? lines.slice(1) : lines).filter(Boolean).join(' ')
  // Twice as many units as characters are surely enough.
  const characters = Array.from(whole.slice(0, 2 * EXCERPT_LIMIT + 2))
  if (characters.length <= EXCERPT_LIMIT) return whole
  const start = characters.slice(0, EXCERPT_LIMIT - 1).join('')
  const end = Math.max(...['。', '！', '？', '. ', '! ', '? '].map((mark) => start.lastIndexOf(mark)))
  return end >= SHORTEST ? start.slice(0, end + 1) : `${start}…`
}

/** A title for a post that has none: its first sentence, at most 45 characters, as long as the longest real ones. */
export const titleFrom = (digest: string, text: string): string => {
  const line = (digest || text).split('\n').find((each) => each.trim()) ?? ''
  const sentence = /^.*?[。！？]/u.exec(line)?.[0].slice(0, -1) ?? line
  const characters = Array.from(sentence.trim())
  return characters.length > 45 ? `${characters.slice(0, 44).join('')}…` : characters.join('')
}
