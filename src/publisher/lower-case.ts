/** Lower case as Ruby has it: each character by itself, so that a sigma at the end of a word is like any other. */
export const lowerCase = (text: string): string =>
  // Almost every name is ASCII, where the two are the same.
  /^[ -~]*$/.test(text)
    ? text.toLowerCase()
    : Array.from(text, (character) => character.toLowerCase()).join('')
