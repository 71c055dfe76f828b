import type { Check } from '../../archive/check.ts'
import { ArchiveFailure, type FailureKind } from './failure.ts'

/** Files kept in memory: a long scroll must not grow without end, and the browser's own cache has the rest. */
const FILES_KEPT = 400

/** Makes of an answer what is asked for; what it throws means damage, but for a failure of its own. */
export type Take<T> = (answer: Response) => Promise<T>

/** Fetches the files of one edition that never change, each once. */
export class Shelf {
  /** The site's base path, `/` or `/news/`. */
  readonly base: string
  readonly #isReplaced: () => Promise<boolean>
  readonly #files = new Map<string, Promise<unknown>>()
  readonly #before: ReadonlyMap<string, Promise<unknown>> | undefined

  /**
   * `isReplaced` looks whether another edition is in place by now. What `before` has read, of another edition of the
   * site, is not read again; what it could not read may be there in this one.
   */
  constructor(base: string, isReplaced: () => Promise<boolean>, before?: Shelf) {
    this.base = base
    this.#isReplaced = isReplaced
    this.#before = before?.base === base ? before.#files : undefined
  }

  /** A file as JSON. */
  json<T>(path: string, check: Check<T>): Promise<T> {
    return this.#kept(path, async (answer) => check(await answer.json(), path))
  }

  /** A file as what `read` makes of its bytes; it throws when they are damaged. */
  bytes<T>(path: string, read: (bytes: Uint8Array) => T): Promise<T> {
    return this.#kept(path, async (answer) => read(new Uint8Array(await answer.arrayBuffer())))
  }

  #kept<T>(path: string, take: Take<T>): Promise<T> {
    const known = this.#files.get(path) as Promise<T> | undefined
    if (known) return known
    const ask = (): Promise<T> =>
      readFile(this.base, path, take, 'default').catch((thrown: unknown) => {
        if (isDamage(thrown)) return this.#readAgain(path, take)
        throw thrown
      })
    const reading = (this.#before?.get(path) as Promise<T> | undefined)?.catch(ask) ?? ask()
    this.#files.set(path, reading)
    reading.catch(() => this.#files.delete(path))
    for (const oldest of this.#files.keys()) {
      if (this.#files.size <= FILES_KEPT) break
      this.#files.delete(oldest)
    }
    return reading
  }

  /** A damaged copy may sit in the browser's cache, or the file belong to an edition that has been replaced. */
  async #readAgain<T>(path: string, take: Take<T>): Promise<T> {
    try {
      return await readFile(this.base, path, take, 'reload')
    } catch (thrown) {
      if (!isDamage(thrown)) throw thrown
      const isReplaced = await this.#isReplaced().catch(() => false)
      throw isReplaced ? new ArchiveFailure('newer', path, thrown) : thrown
    }
  }
}

/** Fetches a file; where there is none, that is what `absence` says. @throws ArchiveFailure */
export const readFile = async <T>(
  base: string,
  path: string,
  take: Take<T>,
  cache: RequestCache,
  absence: FailureKind = 'damaged',
): Promise<T> => {
  let answer: Response
  try {
    answer = await fetch(base + path, { cache })
  } catch (thrown) {
    throw new ArchiveFailure('offline', path, thrown)
  }
  if (answer.status >= 500 || answer.status === 429) throw new ArchiveFailure('offline', path)
  if (!answer.ok) throw new ArchiveFailure(absence, path, new Error(`status ${answer.status}`))
  try {
    return await take(answer)
  } catch (thrown) {
    throw thrown instanceof ArchiveFailure ? thrown : new ArchiveFailure('damaged', path, thrown)
  }
}

const isDamage = (thrown: unknown): boolean => thrown instanceof ArchiveFailure && thrown.kind === 'damaged'
