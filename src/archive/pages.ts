import { type Checked, dictionary, list, object, text } from './check.ts'
import { aPermalink } from './headline.ts'
import { aName } from './name.ts'

/** A page of the site's own, such as “about”, as the menu shows it. */
export const aMenuEntry = object({ title: text(100), permalink: aPermalink })
export type MenuEntry = Checked<typeof aMenuEntry>

/** All pages: address key → name of the body pack that holds the page alone. */
export const aPagesShard = object({ pages: dictionary(aName) })
export type PagesShard = Checked<typeof aPagesShard>

/** Pages named in the root, for the menu. */
export const MENU_PAGES = 8

/** A longer address or title would cost the root its bound: such a page is found, but not in the menu. */
export const MENU_LENGTH = 100

export const aMenu = list(aMenuEntry, MENU_PAGES)
