import type { PostRecord } from './post-record.ts'
import { storyIdIn } from './story-id.ts'

/**
 * The permalinks of articles by what other posts may call them: the path of a post's file, its file name without
 * extension (as `post_url` has it), and the id of its story. Of two copies of a story the wire's comes first.
 * @param asked the names that are looked for: no other is returned.
 */
export const nameArticles = (
  posts: readonly PostRecord[],
  permalinkOf: (post: PostRecord) => string,
  asked: ReadonlySet<string>,
): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  if (asked.size === 0) return names
  for (const post of posts) {
    const { path } = post
    // A post in a folder below _posts may be named with it or without.
    const called = [path, stemOf(path), stemOf(path.slice(path.lastIndexOf('/') + 1))]
    for (const name of called) if (asked.has(name)) names.set(name, permalinkOf(post))
    const story = storyIdIn(path)
    if (story && asked.has(story) && !(names.has(story) && path.includes(`NW${story}`)))
      names.set(story, permalinkOf(post))
  }
  return names
}

const stemOf = (path: string): string => path.replace(/^.*?_posts\//, '').replace(/\.[^./]*$/, '')
