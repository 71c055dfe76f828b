import type { Check } from '../../archive/check.ts'
import { aRoot, NewerFormat, type Root } from '../../archive/root.ts'
import { SHARD_CHECKS, type ShardKind, type ShardOf } from '../../archive/shard-kinds.ts'
import { ROOT_PATH, shardPath } from '../../archive/shard-path.ts'
import { ArchiveFailure } from './failure.ts'
import { readFile, Shelf } from './shelf.ts'

/** Reads one archive over HTTP. Shards are immutable, so each is fetched once; the root only on `refresh`. */
export class Archive {
  readonly #shelf: Shelf
  #root: Promise<Root> | undefined

  /** `base` is the site's base path, `/` or `/news/`. */
  constructor(base: string) {
    this.#shelf = new Shelf(
      base,
      async () => (await this.#readRoot()).edition !== (await this.root()).edition,
    )
  }

  /** The site's base path. */
  get base(): string {
    return this.#shelf.base
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
    return this.#shelf.json(shardPath(kind, name), SHARD_CHECKS[kind] as Check<ShardOf<K>>)
  }

  #readRoot(): Promise<Root> {
    return readFile(this.base, ROOT_PATH, rootOf, 'no-cache', 'missing')
  }
}

const rootOf = async (answer: Response): Promise<Root> => {
  try {
    return aRoot(await answer.json(), ROOT_PATH)
  } catch (thrown) {
    throw thrown instanceof NewerFormat ? new ArchiveFailure('newer', ROOT_PATH, thrown) : thrown
  }
}

export const openArchive = (base: string): Archive => new Archive(base)
