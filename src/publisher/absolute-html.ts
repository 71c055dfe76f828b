import { decodeReferences } from '../archive/visible-text.ts'

/** A tag of sanitized markup; a `>` may stand in a value between quotes. */
const TAG = /<[a-z][^<>"]*(?:"[^"]*"[^<>"]*)*>/g

/** An address in a tag that does not begin with a scheme. */
const RELATIVE = / (href|src)="(?![a-z][a-z\d+.-]*:)([^"]*)"/gi

/**
 * An article's body with whole addresses, for readers that show it elsewhere. It is of the publisher's own sanitized
 * markup alone: nothing but such addresses changes, so that it stays as safe as it was.
 * @param page the whole address of the article.
 */
export const absoluteHtml = (html: string, page: string): string =>
  html.replace(TAG, (tag) =>
    tag.replace(RELATIVE, (whole, name: string, written: string) => {
      const address = decodeReferences(written)
      // What is no address leads nowhere, here or there.
      const { href } = URL.canParse(address, page) ? new URL(address, page) : { href: '' }
      if (!/^https?:/.test(href)) return whole
      return ` ${name}="${href.replaceAll('&', '&#x26;').replaceAll('"', '&#x22;')}"`
    }),
  )
