import { dirname, join } from 'node:path/posix'
import { parseSync, Visitor } from 'vite'

/** One import, export from, dynamic import, type import or `new URL('…', import.meta.url)`. */
export interface Import {
  /** As written. */
  readonly specifier: string
  /** The file within the project, when the specifier is relative. */
  readonly target: string | undefined
}

/** What the walls need to know of a program file. Paths are from the project's root, with slashes. */
export interface Source {
  readonly path: string
  readonly lines: number
  readonly imports: readonly Import[]
  readonly comments: readonly { readonly line: number; readonly text: string }[]
  /** Lines on which there is nothing but comment. */
  readonly commentLines: number
  /** Lines with the type `any`. */
  readonly anyLines: readonly number[]
  readonly hasDefaultExport: boolean
  /** Whether all that the file does is to pass on the exports of others. */
  readonly isBarrel: boolean
  /** Names of identifiers, properties and JSX attributes, and string literals, which may name a property too. */
  readonly names: ReadonlySet<string>
}

/** Files of a project by path; the second argument of a relative import is looked up in it. */
export type Files = Readonly<Record<string, string>>

/** @throws when the file does not parse. */
export const readSource = (path: string, text: string, files: Files): Source => {
  const { program, comments, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length
  const specifiers: string[] = []
  const anyLines: number[] = []
  const names = new Set<string>()
  let hasDefaultExport = false
  const addFrom = (node: { source: unknown }): void => {
    const value = (node.source as { value?: unknown } | null)?.value
    if (typeof value === 'string') specifiers.push(value)
  }
  new Visitor({
    ImportDeclaration: addFrom,
    ExportAllDeclaration: addFrom,
    ImportExpression: addFrom,
    TSImportType: addFrom,
    ExportNamedDeclaration(node) {
      addFrom(node)
      hasDefaultExport ||= node.specifiers.some(({ exported }) => nameOf(exported) === 'default')
    },
    ExportDefaultDeclaration() {
      hasDefaultExport = true
    },
    NewExpression({ callee, arguments: [first, base] }) {
      const isUrl = callee.type === 'Identifier' && callee.name === 'URL' && base?.type === 'MemberExpression'
      // A worker's script is imported by its address.
      if (isUrl && first?.type === 'Literal' && /\.[cm]?[jt]sx?$/.test(String(first.value)))
        specifiers.push(String(first.value))
    },
    TSAnyKeyword: ({ start }) => void anyLines.push(lineAt(start)),
    Identifier: ({ name }) => void names.add(name),
    Literal: ({ value }) => void (typeof value === 'string' && names.add(value)),
    JSXIdentifier: ({ name }) => void names.add(name),
  }).visit(program)
  return {
    path,
    lines: countLines(text),
    imports: specifiers.map((specifier) => ({ specifier, target: resolve(path, specifier, files) })),
    comments: comments.map(({ value, start }) => ({ text: value, line: lineAt(start) })),
    commentLines: countCommentLines(text, comments),
    anyLines,
    hasDefaultExport,
    isBarrel: isBarrel(program.body),
    names,
  }
}

export const countLines = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

type Named = { name: string } | { value: unknown }
const nameOf = (node: Named): unknown => ('name' in node ? node.name : node.value)

const resolve = (path: string, specifier: string, files: Files): string | undefined => {
  if (!specifier.startsWith('.')) return undefined
  const target = join(dirname(path), specifier.replace(/\?.*$/, ''))
  return ['', '.ts', '.tsx', '/index.ts'].map((end) => target + end).find((each) => each in files) ?? target
}

const countCommentLines = (text: string, comments: readonly { start: number; end: number }[]): number => {
  let code = ''
  let end = 0
  for (const comment of comments) {
    code += text.slice(end, comment.start) + text.slice(comment.start, comment.end).replace(/[^\n]/g, ' ')
    end = comment.end
  }
  code += text.slice(end)
  const written = text.split('\n')
  // `{}` is what a comment between JSX elements leaves.
  return code.split('\n').filter((line, index) => written[index]?.trim() && /^\s*(\{\s*\})?\s*$/.test(line))
    .length
}

type Statement = { readonly type: string; readonly source?: unknown; readonly specifiers?: unknown }

const isBarrel = (body: readonly Statement[]): boolean => {
  const rest = body.filter(({ type }) => type !== 'ImportDeclaration')
  const passesOn = ({ type, specifiers, source }: Statement): boolean =>
    type === 'ExportAllDeclaration' ||
    (type === 'ExportNamedDeclaration' && (Boolean(source) || (specifiers as unknown[]).length > 0))
  return rest.length > 0 && rest.every(passesOn)
}
