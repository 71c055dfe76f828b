import { type FSWatcher, lstatSync, readdirSync, watch } from 'node:fs'
import { join } from 'node:path'

/** More events than this in one go may have been more still: Linux drops what its queue of 16,384 has no room for. */
const TRUSTED = 8192

/** A watched directory. `path` is relative to the folder, with slashes; `''` is the folder itself. */
interface Directory {
  readonly path: string
  watcher?: FSWatcher
  readonly below: Map<string, Directory>
}

/**
 * Watches a folder of many files: one watch a directory, none a file, and only directories that `isWatched` lets in.
 * Links are not followed. `onChange` gets what changed when nothing more did for `quiet` milliseconds: files, and
 * directories, which stand for all that is or was below them; `''` says that anything may have changed. A path that
 * is told may be as it was. `onBlind` is told of directories that the system does not watch for us.
 */
export const watchFolder = (
  folder: string,
  isWatched: (dir: string) => boolean,
  onChange: (paths: ReadonlySet<string>) => void,
  quiet = 80,
  onBlind: (dir: string, reason: Error) => void = () => {},
): { close(): void } => {
  const root: Directory = { path: '', below: new Map() }
  let changed = new Set<string>()
  let events = 0
  let waiting: NodeJS.Timeout | undefined

  const gather = (path: string): void => {
    changed.add(path)
    if (waiting) waiting.refresh()
    else waiting = setTimeout(tell, quiet)
  }

  const tell = (): void => {
    if (events > TRUSTED) {
      changed.add(renew(root))
    }
    const told = changed
    changed = new Set()
    events = 0
    waiting = undefined
    onChange(told)
  }

  /** Listed after the watch is set: what comes in between is then seen twice, not never. */
  const open = (directory: Directory, onEntry: (path: string) => void = () => {}): void => {
    const { path, below } = directory
    try {
      const watcher = watch(join(folder, path), { persistent: false })
      directory.watcher = watcher
      watcher.on('change', (kind, name) => hear(directory, kind, name))
      watcher.on('error', (thrown) => {
        watcher.close()
        onBlind(path, thrown)
        gather(path)
      })
      for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
        const each = within(path, entry.name)
        if (!entry.isDirectory()) onEntry(each)
        else if (isWatched(each)) {
          onEntry(each)
          const child: Directory = { path: each, below: new Map() }
          below.set(entry.name, child)
          open(child, onEntry)
        }
      }
    } catch (thrown) {
      // What is gone again already needs no watch.
      if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') onBlind(path, thrown as Error)
    }
  }

  const hear = (directory: Directory, kind: string, name: string | Buffer | null): void => {
    events++
    const path = name === null ? renew(directory) : whatChanged(directory, kind, String(name))
    if (path !== undefined) gather(path)
  }

  /** When the system does not say what changed, directories may have, too. */
  const renew = (directory: Directory): string => {
    shut(directory)
    open(directory)
    return directory.path
  }

  const whatChanged = (directory: Directory, kind: string, name: string): string | undefined => {
    const path = within(directory.path, name)
    // A file that is written bit by bit is looked at once.
    if (kind === 'change' && changed.has(path)) return path
    const known = directory.below.get(name)
    const found = lookAt(join(folder, path))
    if (found === 'directory') {
      // Some systems tell the parent, too, when something in a directory changes; its own watch knows what.
      if ((kind === 'change' && known) || !isWatched(path)) return undefined
      // It may be another than the known one: its name was given to it a moment ago.
      if (known) shut(known)
      const child: Directory = { path, below: new Map() }
      directory.below.set(name, child)
      open(child, gather)
    } else if (known) {
      shut(known)
      directory.below.delete(name)
    } else if (found === 'nothing' && lookAt(join(folder, directory.path)) !== 'directory') {
      // Linux tells of a directory's end as if a file of its name were in it.
      return directory.path
    }
    return path
  }

  open(root)
  return {
    close() {
      clearTimeout(waiting)
      shut(root)
    },
  }
}

const within = (dir: string, name: string): string => (dir === '' ? name : `${dir}/${name}`)

const shut = ({ watcher, below }: Directory): void => {
  watcher?.close()
  for (const child of below.values()) shut(child)
  below.clear()
}

const lookAt = (path: string): 'directory' | 'other' | 'nothing' => {
  try {
    const found = lstatSync(path, { throwIfNoEntry: false })
    return found ? (found.isDirectory() ? 'directory' : 'other') : 'nothing'
  } catch {
    return 'nothing'
  }
}
