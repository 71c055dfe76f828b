import type { Draft } from './post.ts'
import { storyIdIn } from './story-id.ts'

/**
 * What other posts may call an article, with its permalink: the path of its file, its file name without extension
 * (as `post_url` has it), and the id of its story. Of two copies of a story the wire's comes first.
 */
export const nameArticles = (drafts: readonly Draft[]): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  for (const { path, article } of drafts) {
    names.set(path, article.permalink)
    names.set(stemOf(path), article.permalink)
    // A post in a folder below _posts may be named with it or without.
    names.set(stemOf(path.slice(path.lastIndexOf('/') + 1)), article.permalink)
    const story = storyIdIn(path)
    if (story && !(names.has(story) && path.includes(`NW${story}`))) names.set(story, article.permalink)
  }
  return names
}

const stemOf = (path: string): string => path.replace(/^.*?_posts\//, '').replace(/\.[^./]*$/, '')
