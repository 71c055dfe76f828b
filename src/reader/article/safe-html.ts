import DOMPurify, { type Config, type NodeHook, type UponSanitizeAttributeHook } from 'dompurify'

declare const safe: unique symbol

/** HTML that has passed `sanitize`; nothing else can make one, and nothing else may be put into the page. */
export type SafeHtml = string & { readonly [safe]: true }

const CONTROLS = [
  'form',
  'input',
  'button',
  'select',
  'option',
  'optgroup',
  'textarea',
  'label',
  'fieldset',
  'dialog',
]

const CONFIG: Config = {
  USE_PROFILES: { html: true },
  // What could look like the page's own controls, change how it looks, or shadow names that scripts rely on.
  FORBID_TAGS: [...CONTROLS, 'style', 'audio', 'video', 'source', 'track', 'map', 'area', 'template', 'slot'],
  FORBID_ATTR: [
    'style',
    'name',
    'background',
    'srcset',
    'popover',
    'usemap',
    'autofocus',
    'tabindex',
    'role',
  ],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
}

/**
 * The browser's own guard: the publisher has passed the body through an allow-list already, but the file may have
 * been changed since. Under Trusted Types the result is a TrustedHTML made by DOMPurify's policy, which is the
 * only one the page's Content-Security-Policy lets exist.
 */
export const sanitize = (html: string): SafeHtml =>
  DOMPurify.sanitize(html, {
    ...CONFIG,
    RETURN_TRUSTED_TYPE: 'trustedTypes' in globalThis,
  }) as unknown as SafeHtml

/**
 * The text of an article in a page that is printed. Who prints has no document that could do harm, and the publisher has
 * passed the text through its allow-list. In a browser the text stands in the page already, and nothing is put there,
 * but where the page is not as it was printed: what is put there then must be trusted, too.
 */
export const printedHtml = (html: string): SafeHtml =>
  typeof document === 'undefined' ? (html as SafeHtml) : sanitize('')

/** The path below the base of a link that stays inside the site; nothing for any other. */
export const innerPath = (href: string): string | undefined => {
  const base = import.meta.env.BASE_URL
  if (!URL.canParse(href, document.baseURI)) return undefined
  const address = new URL(href, document.baseURI)
  if (address.origin !== location.origin || !address.pathname.startsWith(base)) return undefined
  return `/${address.pathname.slice(base.length)}${address.search}${address.hash}`
}

/** Elements that `#fragment` may lead to, and what stands before the fragment in their ids. */
const TARGETS = /^(A|H[2-6]|LI|SUP)$/
const TARGET_PREFIX = 's-'

/** The id in an article's text that a fragment (`#…`) leads to. */
export const targetId = (fragment: string): string | undefined => {
  if (fragment.length < 2) return undefined
  try {
    return TARGET_PREFIX + decodeURIComponent(fragment.slice(1))
  } catch {
    return TARGET_PREFIX + fragment.slice(1)
  }
}

// Of classes the words of code alone are let through, and of ids those that shadow no name a script relies on.
const keepAttribute: UponSanitizeAttributeHook = (node, attribute) => {
  const { attrName, attrValue } = attribute
  if (attrName === 'class') {
    const words = attrValue.split(/\s+/).filter((word) => /^hljs-[a-z_-]+$/.test(word))
    attribute.attrValue = words.join(' ')
    attribute.keepAttr = words.length > 0 && node.tagName === 'SPAN'
  }
  if (attrName === 'id') attribute.keepAttr = /^s-\S/.test(attrValue) && TARGETS.test(node.tagName)
}

const dress: NodeHook = (node) => {
  if (!(node instanceof Element)) return
  const href = node.tagName === 'A' && node.getAttribute('href')
  if (href && innerPath(href) === undefined) {
    node.setAttribute('target', '_blank')
    node.setAttribute('rel', 'noopener noreferrer nofollow')
  }
  if (node.tagName === 'IMG') {
    node.setAttribute('referrerpolicy', 'no-referrer')
    node.setAttribute('loading', 'lazy')
    node.setAttribute('decoding', 'async')
  }
}

// Hooks belong to the one instance, so this runs once, when the module is read. Where pages are printed there is none.
if (DOMPurify.isSupported) {
  DOMPurify.addHook('uponSanitizeAttribute', keepAttribute)
  DOMPurify.addHook('afterSanitizeAttributes', dress)
}
