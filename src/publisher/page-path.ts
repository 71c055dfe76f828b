import { addressKey } from '../archive/address-key.ts'

/** File systems name no file longer than this. */
const LONGEST_NAME = 255

/** Most addresses are their file's own name; the way of the others is ten times longer. */
const PLAIN = /^\/(?:[\w-][\w.-]{0,99}\/)*[\w-][\w.-]{0,99}\.html$/

/** Whether an address is the name of its file, and plainly so. */
export const isOwnFile = (address: string): boolean => PLAIN.test(address)

/** The file that a static server gives for an address: `/a/` is `a/index.html`, `/a` and `/a.html` are `a.html`. */
export const pagePath = (address: string): string | undefined => {
  if (isOwnFile(address)) return address.slice(1)
  const path = plainly(address)
  // Jekyll's own rule: any other ending would make hosts send the page as something else.
  return possible(
    path === '' || path.endsWith('/') ? `${path}index.html` : /\.html?$/i.test(path) ? path : `${path}.html`,
  )
}

/** The file of an address that is no page's: it has the address's own name. */
export const filePath = (address: string): string | undefined => possible(plainly(address))

const plainly = (address: string): string => addressKey(address).slice(1).replaceAll('%25', '%')

/** Nothing for a name that no file can have. */
const possible = (file: string): string | undefined => {
  const isPossible = file.split('/').every((name) => name !== '..' && Buffer.byteLength(name) <= LONGEST_NAME)
  return isPossible && !file.includes('\0') && !/\\|%2F/i.test(file) ? file : undefined
}
