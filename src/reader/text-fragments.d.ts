/** The parts of a directive `#:~:text=prefix-,textStart,textEnd,-suffix`, decoded. */
interface TextFragment {
  prefix?: string
  textStart: string
  textEnd?: string
  suffix?: string
}

declare module 'text-fragments-polyfill/dist/fragment-generation-utils.js' {
  /** How long a search may take, in milliseconds. */
  export const setTimeout: (limit: number) => void
  /** `status` is 0 where a fragment was found that names this range and no other. */
  export const generateFragmentFromRange: (range: Range) => { status: number; fragment?: TextFragment }
}

declare module 'text-fragments-polyfill/text-fragment-utils' {
  export const getFragmentDirectives: (hash: string) => { text?: string[] }
  export const parseFragmentDirectives: (directives: { text?: string[] }) => { text?: TextFragment[] }
  export const processTextFragmentDirective: (
    fragment: TextFragment,
    document: Document,
    root: Element,
  ) => Range[]
}
