import { useWords } from '../words/words-context.ts'
import './frame.css'

/** Takes keyboards past the side bar. Not left to the browser: a new hash would be a new place for the router. */
export const SkipLink = ({ target }: { readonly target: string }) => (
  <a
    className="skip-link"
    href={`#${target}`}
    onClick={(press) => {
      press.preventDefault()
      document.getElementById(target)?.focus()
    }}
  >
    {useWords().frame.skip}
  </a>
)
