import { aBodyPack, type BodyPack } from '../../archive/body-pack.ts'
import type { Root } from '../../archive/root.ts'
import { ROOT_PATH, shardPath } from '../../archive/shard-path.ts'
import { readFile, Shelf } from './shelf.ts'

/** One edition as searches read it, in a thread of their own: the root is given, and of shards they need packs alone. */
export class SearchedArchive {
  readonly root: Root
  private readonly shelf: Shelf

  /** `base` is the site's base path; what `before` has read is not read again. */
  constructor(base: string, root: Root, before?: SearchedArchive) {
    this.root = root
    const isReplaced = async (): Promise<boolean> =>
      (await readFile(base, ROOT_PATH, (answer) => answer.json(), 'no-cache')).edition !== root.edition
    this.shelf = new Shelf(base, isReplaced, before?.shelf)
  }

  get base(): string {
    return this.shelf.base
  }

  pack(name: string): Promise<BodyPack> {
    return this.shelf.json(shardPath('bodies', name), aBodyPack)
  }

  /** A file of the index, as what `read` makes of its bytes; it throws when they are damaged. */
  bytes<T>(path: string, read: (bytes: Uint8Array) => T): Promise<T> {
    return this.shelf.bytes(path, read)
  }
}
