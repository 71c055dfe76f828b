import { type Emitter, Liquid, Tag, type TagToken, type TopLevelToken } from 'liquidjs'
import type { Site } from '../../../archive/root.ts'
import type { Post } from '../../post.ts'
import type { Note } from '../../problems.ts'
import { renderLiquid } from './render-liquid.ts'

/** Renders the Liquid of one post's body. */
export type RenderLiquid = (post: Post, note: Note) => Post

/** Longer bodies are not templates. */
const LONGEST_TEMPLATE = 2_000_000

/**
 * Liquid with what Jekyll adds to it (https://jekyllrb.com/docs/liquid/). `includes` is all it can include.
 */
export const liquidFor = (
  { title, description, url, baseurl, author, lang, timezone }: Site,
  includes: Readonly<Record<string, string>>,
): RenderLiquid => {
  const engine = new Liquid({
    templates: { ...includes },
    jekyllInclude: true,
    jekyllWhere: true,
    ownPropertyOnly: true,
    parseLimit: LONGEST_TEMPLATE,
  })
  // Code is highlighted and links to posts are resolved later, where their tags are read again.
  for (const name of ['highlight', 'endhighlight', 'post_url', 'link']) engine.registerTag(name, AsWritten)
  const relative = (path: unknown): string => {
    const address = String(path ?? '')
    return isAbsolute(address) ? address : `${baseurl}/${address.replace(/^\/+/, '')}`
  }
  engine.registerFilter('relative_url', relative)
  engine.registerFilter('absolute_url', (path: unknown) => {
    const address = relative(path)
    return isAbsolute(address) ? address : url + address
  })
  const site = { title, description, url, baseurl, author, lang, timezone }
  return (post, note) => renderLiquid(engine, site, post, note)
}

const isAbsolute = (address: string): boolean => /^([a-z][a-z\d+.-]*:|\/\/)/i.test(address)

/** A tag that is passed on to a later stage. */
class AsWritten extends Tag {
  readonly #text: string
  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
    super(token, remaining, liquid)
    this.#text = token.getText()
  }
  render(_: unknown, emitter: Emitter): void {
    emitter.write(this.#text)
  }
}
