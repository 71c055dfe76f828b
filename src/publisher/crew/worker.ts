import { threadId } from 'node:worker_threads'
import { type Edition, noEdition } from '../edition.ts'
import { folderEdition } from '../edition-folder.ts'
import type { Weight } from '../edition-weight.ts'
import { noProfile, type Profile, type ProfileRows, startProfile } from '../profile.ts'
import { type CompressTask, compressFiles } from './compress-files.ts'
import { type IndexTask, indexArticles } from './index-articles.ts'
import { type Listed, type ListTask, listFiles } from './list-files.ts'
import { type PackedEntry, type PackTask, packPosts } from './pack-posts.ts'
import { type ReadPost, type ReadTask, readPosts } from './read-posts.ts'
import { type StampTask, stampFiles } from './stamp-files.ts'

/** A task for a thread, whose file is bundled for it: see bundle-programs.mjs. */
export interface Job<T> {
  readonly task: T
  readonly isProfiled: boolean
}

/** What came of a job, and what it took. */
export interface Done<R> {
  readonly result: R
  readonly rows: ProfileRows
}

export const read = ({ task, isProfiled }: Job<ReadTask>): Promise<Done<ReadPost[]>> =>
  measure(isProfiled, (profile) => readPosts(task, profile))

export const pack = ({
  task,
  isProfiled,
}: Job<PackTask>): Promise<Done<PackedEntry | { lost: number[] }>> => {
  const edition = task.out === undefined ? noEdition : editionIn(task.out)
  return measure(isProfiled, (profile) => packPosts(task, edition, profile))
}

export const index = ({ task, isProfiled }: Job<IndexTask>): Promise<Done<Weight>> => {
  const edition = task.out === undefined ? noEdition : editionIn(task.out)
  return measure(isProfiled, (profile) => indexArticles(task, edition, profile))
}

export const compress = ({ task, isProfiled }: Job<CompressTask>): Promise<Done<Weight>> => {
  const edition = task.out === undefined ? noEdition : editionIn(task.out)
  return measure(isProfiled, (profile) => compressFiles(task, edition, profile))
}

/** Kept from task to task, since it remembers which folders there are. */
let open: { readonly folder: string; readonly edition: Edition } | undefined

const editionIn = (folder: string): Edition => {
  if (open?.folder !== folder) open = { folder, edition: folderEdition(folder, String(threadId)) }
  return open.edition
}

export const stamp = ({ task, isProfiled }: Job<StampTask>): Promise<Done<Float64Array>> =>
  measure(isProfiled, () => stampFiles(task))

export const list = ({ task, isProfiled }: Job<ListTask>): Promise<Done<Listed>> =>
  measure(isProfiled, () => listFiles(task))

const measure = async <R>(
  isProfiled: boolean,
  work: (profile: Profile) => R | Promise<R>,
): Promise<Done<R>> => {
  const profile = isProfiled ? startProfile() : noProfile
  return { result: await work(profile), rows: profile.rows() }
}
