/** Figures as people read them; what was not measured (NaN, where there is no /proc) stays empty. */
const known = (value: number, text: string): string => (Number.isFinite(value) ? text : '')

export const count = (value: number): string => known(value, (value || 0).toLocaleString('en-US')) // no −0
export const seconds = (value: number): string => known(value, `${value.toFixed(1)} s`)
export const milliseconds = (value: number): string => known(value, `${Math.round(value)} ms`)
export const megabytes = (bytes: number): string => known(bytes, `${count(Math.round(bytes / 1e6))} MB`)
export const kilobytes = (bytes: number): string =>
  known(bytes, `${(bytes / 1000).toFixed(bytes < 100_000 ? 1 : 0)} kB`)

/** The cost of one post, in milliseconds. */
export const perPost = (wholeSeconds: number, posts: number): string =>
  known(wholeSeconds / posts, `${((wholeSeconds * 1000) / posts).toFixed(2)} ms`)

/** How many times the second is in the first. */
export const ratio = (one: number, other: number): string => known(one / other, (one / other).toFixed(2))

/** How much the largest is over the smallest, in percent. */
export const spread = (values: readonly number[]): string => {
  const least = Math.min(...values)
  const over = ((Math.max(...values) - least) / least) * 100
  return known(over, `${over.toFixed(1)} %`)
}
