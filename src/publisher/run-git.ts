import { spawn } from 'node:child_process'

/** Where an entry lies: from the first byte to before the second. */
type TakeEntry = (bytes: Buffer, from: number, to: number) => void

/**
 * Runs git in a folder and hands on what it prints, as it comes. False when it failed, whyever: there is no git, no
 * checkout, one that belongs to somebody else, a broken one.
 */
export const runGit = (
  folder: string,
  args: readonly string[],
  take: (chunk: Buffer) => void,
): Promise<boolean> =>
  new Promise<boolean>((resolve) => {
    const child = spawn('git', [...SETTINGS, ...args], {
      cwd: folder,
      env: ownEnvironment(),
      stdio: ['ignore', 'pipe', 'ignore'],
      windowsHide: true,
    })
    child.on('error', () => resolve(false))
    child.on('close', (code) => resolve(code === 0))
    child.stdout.on('data', take)
    // Out of processes or open files, spawn throws, or gives a child without streams.
  }).catch(() => false)

/** A taker of chunks that gives on the entries of a listing made with `-z`, each of which ends with a zero byte. */
export const entryTaker = (take: TakeEntry): ((chunk: Buffer) => void) => {
  let rest: Buffer = Buffer.alloc(0)
  return (chunk) => {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    let from = 0
    for (let to = bytes.indexOf(0); to >= 0; to = bytes.indexOf(0, from)) {
      take(bytes, from, to)
      from = to + 1
    }
    rest = bytes.subarray(from)
  }
}

/** Whoever told git to look less closely, or at programs of theirs, meant their own `git status`. */
const SETTINGS = [
  'core.fsmonitor=false',
  'core.trustctime=true',
  'core.checkStat=default',
  'submodule.recurse=false',
].flatMap((setting) => ['-c', setting])

/** A hook's `GIT_DIR` or `GIT_INDEX_FILE` would lead to another checkout than the folder's. Nothing is written. */
const ownEnvironment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^GIT_/i.test(name))),
  GIT_OPTIONAL_LOCKS: '0',
})
