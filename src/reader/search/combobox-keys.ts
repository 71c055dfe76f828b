/** No suggestion is marked: the text as it was typed counts. */
export const NONE = -1

/**
 * The suggestion that a key marks, of `count`, from the marked one; nothing for keys that move the cursor in the text
 * or mean something else. Up and down pass through the text itself between the last and the first.
 */
export const markedBy = (key: string, marked: number, count: number): number | undefined => {
  const stops = count + 1
  if (key === 'ArrowDown') return ((marked + 2) % stops) - 1
  if (key === 'ArrowUp') return ((marked + stops) % stops) - 1
  if (marked === NONE) return undefined
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return undefined
}

/** The id of an option's element, by which the field says which one is marked. */
export const optionId = (list: string, index: number): string => `${list}-${index}`
