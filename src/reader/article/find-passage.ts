import {
  getFragmentDirectives,
  parseFragmentDirectives,
  processTextFragmentDirective,
} from 'text-fragments-polyfill/text-fragment-utils'

/**
 * The first passage below `root` that an address's `#:~:text=…` names.
 * @throws URIError where it is not percent-encoded.
 */
export const findPassage = (hash: string, root: Element): Range | undefined => {
  const { text = [] } = parseFragmentDirectives(getFragmentDirectives(hash))
  for (const fragment of text) {
    const [found] = processTextFragmentDirective(fragment, document, root)
    if (found) return found
  }
  return undefined
}
