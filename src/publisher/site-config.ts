import type { Site } from '../archive/root.ts'
import type { HostName } from './host-budgets.ts'

/** Front matter that `defaults:` gives the posts of a scope: https://jekyllrb.com/docs/configuration/front-matter-defaults/ */
export interface DefaultSet {
  /** Where the posts lie, with `*` for any name; empty for everywhere. */
  readonly path: string
  /** `posts`, `pages`, a collection's name; nothing for all of them. */
  readonly type: string | undefined
  readonly values: Readonly<Record<string, unknown>>
}

/** What tells posts from other files. Paths are relative to the site folder, without slashes at their ends. */
export interface FileRules {
  /** Jekyll's `markdown_ext`, in lower case, without dots. */
  readonly markdownExt: readonly string[]
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  /** The folder that holds `_posts`; empty for the site folder. */
  readonly collectionsDir: string
  /** Folders besides `_posts` whose posts keep the permalink they had there. */
  readonly archiveDirs: readonly string[]
  /** Whether `_drafts` are published. */
  readonly drafts: boolean
}

/** All that a site's `_config.yml` says. */
export interface SiteConfig extends FileRules {
  readonly site: Site
  /** A style such as `pretty`, or a template such as `/:year/:title.html`. */
  readonly permalink: string
  /** Styles or templates that the site had before: their addresses answer, too. */
  readonly formerPermalinks: readonly string[]
  readonly defaults: readonly DefaultSet[]
  /** False when the site says so: posts dated after the publish then stay out. */
  readonly future: boolean
  /** Ends the excerpt where it stands in a body; empty when the site names none. */
  readonly excerptSeparator: string
  /** Whether a problem stops the publish. */
  readonly strict: boolean
  /** Hosts that the site had before. */
  readonly aliases: readonly string[]
  /** Hours for which a shard stays that only earlier editions lead to. */
  readonly graceHours: number
  /** Days with articles that the feed can be followed back. */
  readonly feedDays: number
  /** Whether compressed files stand beside texts. */
  readonly precompress: boolean
  /** Whether an index for searches is made. */
  readonly search: boolean
  /** Whether Liquid in bodies is to be rendered. */
  readonly liquid: boolean
  /** Where the site is put: what that host bears bounds it. */
  readonly host: HostName
  /** How many of the newest articles get an HTML page of their own; `all` is as many as the host takes. */
  readonly pages: 'all' | number
}
