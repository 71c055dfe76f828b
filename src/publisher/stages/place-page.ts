/** The styles under which a page keeps its `.html`; under `pretty`, and templates like it, it is a folder. */
const WITH_ENDING = new Set(['date', 'ordinal', 'weekdate', 'none'])

/**
 * The address Jekyll gives a page: its own permalink, or the path of its file, with the ending that the site's
 * permalink style asks for (`Utils.add_permalink_suffix` in Jekyll).
 */
export const placePage = (path: string, own: unknown, style: string): string => {
  if (typeof own === 'string' && own !== '') return encode(`/${own}`.replace(/\/+/g, '/'))
  const stem = `/${path.replace(/\.[^./]*$/, '')}`
  if (/\/index$/.test(stem)) return encode(stem.slice(0, -'index'.length))
  if (WITH_ENDING.has(style) || style.endsWith(':output_ext')) return encode(`${stem}.html`)
  return encode(style === 'pretty' || style.endsWith('/') ? `${stem}/` : stem)
}

const encode = (path: string): string =>
  path
    .replace(/\p{Surrogate}/gu, '\uFFFD') // half a character has no encoding
    .replace(/[^\w\-.~!$&'()*+,;=:@/%]+/g, (text) => encodeURIComponent(text))
