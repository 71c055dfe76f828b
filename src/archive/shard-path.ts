import type { ShardKind } from './shard-kinds.ts'

/** The root's place, below the site's base. */
export const ROOT_PATH = 'archive/root.json'

/** A shard's place, below the site's base. The first character spreads the files over 32 folders. */
export const shardPath = (kind: ShardKind, name: string): string =>
  `archive/${kind}/${name[0]}/${name.slice(1)}.json`
