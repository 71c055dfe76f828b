/**
 * Why the archive could not be read.
 * `offline`: no answer, or a server that is down; `damaged`: a file that is not what the format says, named by
 * `shard`; `newer`: the site has been published anew, in a format this reader does not know or
 * without a file its page still names; `missing`: no archive stands here at all.
 */
export type FailureKind = 'offline' | 'damaged' | 'newer' | 'missing'

export class ArchiveFailure extends Error {
  override readonly name = 'ArchiveFailure'
  readonly kind: FailureKind
  readonly shard?: string

  constructor(kind: FailureKind, shard?: string, cause?: unknown) {
    super(shard ? `${kind}: ${shard}` : kind, { cause })
    this.kind = kind
    if (shard) this.shard = shard
  }
}

/** Whatever was thrown, as a failure of the archive: a bug of ours is shown as damage, never as a blank page. */
export const asFailure = (thrown: unknown): ArchiveFailure =>
  thrown instanceof ArchiveFailure ? thrown : new ArchiveFailure('damaged', undefined, thrown)
