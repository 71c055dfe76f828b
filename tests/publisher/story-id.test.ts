import { expect, it } from 'vitest'
import { storyIdIn } from '../../src/publisher/story-id.ts'

it('takes eighteen digits for a story, no more and no fewer', () => {
  expect(storyIdIn('news/1353,202205302396671645.html')).toBe('202205302396671645')
  expect(storyIdIn('infoCode=NW202205302396671645')).toBe('202205302396671645')
  expect(storyIdIn('2022053023966716451')).toBeUndefined()
  expect(storyIdIn('20220530239667164')).toBeUndefined()
})
