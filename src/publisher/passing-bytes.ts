/** More is not kept: one article of many megabytes would hold on to its room for the rest of a publish. */
const MOST_KEPT = 4 * 1024 * 1024

let room = Buffer.alloc(256 * 1024)

/**
 * The UTF-8 of texts, one behind another, in memory that the next texts overwrite: to have memory given anew for each
 * file takes as long as to encode it. `ends` has where each text ends, in bytes.
 */
export const passingBytes = (
  ...texts: readonly string[]
): { readonly bytes: Uint8Array; readonly ends: readonly number[] } => {
  const most = texts.reduce((sum, { length }) => sum + 3 * length, 0)
  const own = roomFor(most)
  let end = 0
  const ends = texts.map((text) => {
    end += own.write(text, end)
    return end
  })
  return { bytes: own.subarray(0, end), ends }
}

const roomFor = (bytes: number): Buffer => {
  if (bytes <= room.length) return room
  const larger = Buffer.alloc(2 * bytes)
  if (larger.length <= MOST_KEPT) room = larger
  return larger
}
