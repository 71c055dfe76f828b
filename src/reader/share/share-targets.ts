import { SHARE_TARGETS, type Site } from '../../archive/root.ts'

export type ShareTarget = (typeof SHARE_TARGETS)[number]

/** Where each place takes an article: a plain link, and no script of theirs. */
const LINKS: Readonly<Record<ShareTarget, (address: string, title: string) => string>> = {
  weibo: (url, title) => `https://service.weibo.com/share/share.php?${query({ url, title })}`,
  x: (url, text) => `https://x.com/intent/post?${query({ url, text })}`,
  telegram: (url, text) => `https://t.me/share/url?${query({ url, text })}`,
  mail: (address, subject) => `mailto:?${query({ subject, body: `${subject}\n${address}` })}`,
}

/** A blank is `%20`: in a `mailto:` address a plus sign stays one (RFC 6068, section 5). */
const query = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value.replaceAll('\n', '\r\n'))}`)
    .join('&')

/** The links of a site in its own order; names that this reader does not know are left out. */
export const shareLinks = (
  { share = SHARE_TARGETS }: Pick<Site, 'share'>,
  address: string,
  title: string,
): readonly { readonly target: ShareTarget; readonly href: string }[] =>
  share.flatMap((name) => {
    const target = SHARE_TARGETS.find((each) => each === name)
    return target ? [{ target, href: LINKS[target](address, title) }] : []
  })
