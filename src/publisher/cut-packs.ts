/**
 * Cuts articles that follow one another into body packs; returns how many each pack holds, from the oldest.
 * A pack is closed before the article with which its file would pass `most`; one larger article stands alone
 * (FORMAT.md, "Days").
 * @param sizes Bytes of each article's JSON, oldest first.
 * @param frame Bytes of a pack's file around its articles. Each article counts with a comma, so that one is to spare.
 * @param most The writer's pack size, in bytes.
 */
export const cutPacks = (
  sizes: Iterable<number> | ArrayLike<number>,
  frame: number,
  most: number,
): number[] => {
  const counts: number[] = []
  let count = 0
  let bytes = frame
  for (const size of Array.from(sizes)) {
    if (count > 0 && bytes + size + 1 > most) {
      counts.push(count)
      count = 0
      bytes = frame
    }
    count++
    bytes += size + 1
  }
  if (count > 0) counts.push(count)
  return counts
}
