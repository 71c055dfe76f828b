import { execFileSync } from 'node:child_process'
import { vi } from 'vitest'
import { type Files, fill, newFolder } from './site-folder.ts'

/** Runs git in a folder, and answers with what it prints. Nobody's configuration has a say. */
export const git = (folder: string, ...args: string[]): string => {
  const identity = [
    '-c',
    'user.name=甲',
    '-c',
    'user.email=a@example.com',
    '-c',
    'protocol.file.allow=always',
  ]
  return execFileSync('git', [...identity, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim()
}

/** What is under test clears its environment of GIT_*: only another home keeps it from the user's configuration. */
export const leaveHome = (): string => {
  const home = newFolder()
  vi.stubEnv('HOME', home)
  vi.stubEnv('XDG_CONFIG_HOME', home)
  return home
}

/** A checkout in which all of the files are committed, and the user's configuration out of sight. */
export const newCheckout = (files: Files): string => {
  leaveHome()
  const folder = fill(newFolder(), files)
  git(folder, 'init', '-q')
  return commit(folder)
}

/** Commits all that there is. */
export const commit = (folder: string): string => {
  git(folder, 'add', '-A')
  git(folder, 'commit', '-q', '--allow-empty', '-m', '改')
  return folder
}
