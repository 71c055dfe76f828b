import type { Post } from './post.ts'

/** By the names of fields, which are few; to make an expression takes as long as to use it a hundred times. */
const expressions = new Map<string, RegExp>()

/** A field's own line in front matter: nothing else stands before its name. */
const fieldIn = (head: string, name: string): RegExpExecArray | null => {
  const known = expressions.get(name) ?? new RegExp(`^["']?${name}["']?[ \\t]*:[ \\t]*(["']?)`, 'm')
  expressions.set(name, known)
  return known.exec(head)
}

/** The line of the file on which a field of front matter stands, from 1; the file's first when it has none. */
export const lineOfField = ({ head }: Pick<Post, 'head'>, name: string): number =>
  head.slice(0, fieldIn(head, name)?.index ?? 0).split('\n').length

/** Whether a field's value stands in quotes, which makes it a text to YAML whatever it looks like. */
export const isQuoted = ({ head }: Pick<Post, 'head'>, name: string): boolean =>
  Boolean(fieldIn(head, name)?.[1])

/**
 * Whether `published` says no, in one of YAML 1.1's words for it or with nothing at all, as Jekyll has it. In quotes
 * such a word is a text, which Jekyll takes for yes.
 */
export const isWithdrawn = (post: Pick<Post, 'head'>, published: unknown): boolean =>
  published === null ||
  (typeof published === 'string' &&
    /^(false|no|off|~|null|)$/i.test(published.trim()) &&
    !isQuoted(post, 'published'))
