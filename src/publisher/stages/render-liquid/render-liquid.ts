import { Context, type Liquid, LiquidError, type Template, toValueSync } from 'liquidjs'
import type { Post } from '../../post.ts'
import type { Note } from '../../problems.ts'
import { boundedCopy } from './bounded-copy.ts'

/** Milliseconds for one try at a post, and for all of them. */
const [TRY_MS, MOST_MS] = [300, 1000]
/** Characters that a post may grow to beyond its own length. */
const MOST_GROWTH = 500_000
const MOST_MEMORY = 5_000_000
const MOST_ERRORS = 50

/** Written over a tag that failed, as long as the tag, so that the places of all others stay. Private use. */
const [MARK, FILL] = [0xe000, '\uF8E0']
const FAILED = /([\uE000-\uE0FF])\uF8E0+/g

/**
 * Renders the Liquid of a body, as Jekyll does before it reads the Markdown. A tag that fails stays as text and is
 * noted with its line; time, memory and length are bounded, and what goes beyond stays as text as a whole.
 */
export const renderLiquid = (engine: Liquid, site: object, post: Post, note: Note): Post => {
  const { body, bodyLine } = post
  if (!/\{[{%]/.test(body)) return post
  const failed: string[] = []
  const scope = { site, page: boundedCopy({ ...post.matter, path: post.path }) }
  const deadline = performance.now() + MOST_MS
  let text = body
  while (failed.length < MOST_ERRORS && performance.now() < deadline && !body.includes(FILL)) {
    const outcome = tryOnce(engine, text, scope)
    if ('html' in outcome) {
      const restored = outcome.html.replace(
        FAILED,
        (_, mark: string) => failed[mark.charCodeAt(0) - MARK] ?? '',
      )
      return { ...post, body: restored }
    }
    const { begin, end, message } = outcome
    const line = bodyLine + text.slice(0, begin).split('\n').length - 1
    note('markup', `holds Liquid that fails (${message})`, 'left it as text', line)
    const mark = String.fromCharCode(MARK + failed.length)
    failed.push(body.slice(begin, end))
    text = text.slice(0, begin) + mark + FILL.repeat(end - begin - 1) + text.slice(end)
  }
  note('markup', 'holds Liquid beyond all bounds', 'left it as text', bodyLine)
  return post
}

interface Failure {
  readonly begin: number
  readonly end: number
  readonly message: string
}

const tryOnce = (engine: Liquid, text: string, scope: object): { html: string } | Failure => {
  const limits = { sync: true, renderLimit: TRY_MS, memoryLimit: MOST_MEMORY }
  const context = new Context(scope, engine.options, limits, { liquid: engine })
  const emitter = new BoundedEmitter(text.length + MOST_GROWTH)
  let at: Template | undefined
  try {
    for (const template of engine.parse(text)) {
      at = template
      toValueSync(engine.renderer.renderTemplates([template], context, emitter))
    }
    return { html: emitter.buffer }
  } catch (thrown) {
    // What fails within an included file fails where it is included.
    const own = LiquidError.is(thrown) && thrown.token?.input === text ? thrown.token : at?.token
    const begin = own?.begin ?? 0
    // An unclosed tag would take the rest of the body with it.
    const lineEnd = text.indexOf('\n', begin)
    const end = Math.max(Math.min(own?.end ?? text.length, lineEnd < 0 ? text.length : lineEnd), begin + 2)
    return { begin, end, message: firstLine(thrown) }
  }
}

/** Without the place, which is told in the report's own way. */
const firstLine = (thrown: unknown): string =>
  String((thrown as Error).message)
    .replace(/, (file|line):[\s\S]*/, '')
    .split('\n', 1)[0]
    ?.slice(0, 120) ?? ''

/** What is rendered, up to a length. */
class BoundedEmitter {
  buffer = ''
  readonly #longest: number
  constructor(longest: number) {
    this.#longest = longest
  }
  write(html: unknown): void {
    const text = typeof html === 'string' ? html : html === null || html === undefined ? '' : String(html)
    if (this.buffer.length + text.length > this.#longest) throw new RangeError('output limit exceeded')
    this.buffer += text
  }
}
