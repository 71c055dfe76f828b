import type { Check } from '../../archive/check.ts'
import { aRoot, NewerFormat, type Root } from '../../archive/root.ts'
import {
  ROOT_PATH,
  SHARD_CHECKS,
  type ShardKind,
  type ShardOf,
  shardPath,
} from '../../archive/shard-kinds.ts'
import { ArchiveFailure } from './failure.ts'

/** Shards kept in memory: a long scroll must not grow without end, and the browser's own cache has the rest. */
const SHARDS_KEPT = 400

/** Reads one archive over HTTP. Shards are immutable, so each is fetched once; the root only on `refresh`. */
export class Archive {
  readonly #base: string
  readonly #shards = new Map<string, Promise<unknown>>()
  readonly #before: ReadonlyMap<string, Promise<unknown>> | undefined
  #root: Promise<Root> | undefined

  /**
   * `base` is the site's base path, `/` or `/news/`; `root` one that has been read already. What `before` has read, of
   * another edition of the site, is not read again; what it could not read may be there in this one.
   */
  constructor(base: string, root?: Root, before?: Archive) {
    this.#base = base
    this.#before = before?.base === base ? before.#shards : undefined
    if (root) this.#root = Promise.resolve(root)
  }

  /** The site's base path. */
  get base(): string {
    return this.#base
  }

  root(): Promise<Root> {
    this.#root ??= this.refresh()
    return this.#root
  }

  refresh(): Promise<Root> {
    const reading = this.#readRoot()
    this.#root = reading
    // A failed read is not kept, so that the next call tries again.
    reading.catch(() => {
      if (this.#root === reading) this.#root = undefined
    })
    return reading
  }

  shard<K extends ShardKind>(kind: K, name: string): Promise<ShardOf<K>> {
    return this.file(shardPath(kind, name), SHARD_CHECKS[kind] as Check<ShardOf<K>>)
  }

  /** A file that never changes, as JSON. */
  file<T>(path: string, check: Check<T>): Promise<T> {
    return this.#kept(path, async (answer) => check(await answer.json(), path))
  }

  /** A file that never changes, as bytes; `check` throws when they are damaged. */
  bytes(path: string, check: (bytes: Uint8Array) => void): Promise<Uint8Array> {
    return this.#kept(path, async (answer) => {
      const bytes = new Uint8Array(await answer.arrayBuffer())
      check(bytes)
      return bytes
    })
  }

  #kept<T>(path: string, take: Take<T>): Promise<T> {
    const known = this.#shards.get(path) as Promise<T> | undefined
    if (known) return known
    const ask = (): Promise<T> =>
      this.#read(path, take, 'default').catch((thrown: unknown) => {
        if (isDamage(thrown)) return this.#readAgain(path, take)
        throw thrown
      })
    const reading = (this.#before?.get(path) as Promise<T> | undefined)?.catch(ask) ?? ask()
    this.#shards.set(path, reading)
    reading.catch(() => this.#shards.delete(path))
    for (const oldest of this.#shards.keys()) {
      if (this.#shards.size <= SHARDS_KEPT) break
      this.#shards.delete(oldest)
    }
    return reading
  }

  /** A damaged copy may sit in the browser's cache, or the shard belong to an edition that has been replaced. */
  async #readAgain<T>(path: string, take: Take<T>): Promise<T> {
    try {
      return await this.#read(path, take, 'reload')
    } catch (thrown) {
      if (!isDamage(thrown)) throw thrown
      const fresh = await this.#readRoot().catch(() => undefined)
      const isReplaced = fresh && fresh.edition !== (await this.root()).edition
      throw isReplaced ? new ArchiveFailure('newer', path, thrown) : thrown
    }
  }

  #readRoot(): Promise<Root> {
    return this.#read(ROOT_PATH, async (answer) => aRoot(await answer.json(), ROOT_PATH), 'no-cache')
  }

  async #read<T>(path: string, take: Take<T>, cache: RequestCache): Promise<T> {
    let answer: Response
    try {
      answer = await fetch(this.#base + path, { cache })
    } catch (thrown) {
      throw new ArchiveFailure('offline', path, thrown)
    }
    if (answer.status >= 500 || answer.status === 429) throw new ArchiveFailure('offline', path)
    try {
      if (!answer.ok) throw new Error(`status ${answer.status}`)
      return await take(answer)
    } catch (thrown) {
      if (thrown instanceof NewerFormat) throw new ArchiveFailure('newer', path, thrown)
      throw new ArchiveFailure(path === ROOT_PATH && !answer.ok ? 'missing' : 'damaged', path, thrown)
    }
  }
}

type Take<T> = (answer: Response) => Promise<T>

const isDamage = (thrown: unknown): boolean => thrown instanceof ArchiveFailure && thrown.kind === 'damaged'

export const openArchive = (base: string): Archive => new Archive(base)
