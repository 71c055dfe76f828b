import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { HtmlTagDescriptor, Plugin, ResolvedConfig, Rolldown } from 'vite'
import { SiteError } from './problems.ts'
import { baseOf, builtReader, exitWith, ledgerOf, publishSite, type SiteOptions } from './publish-site.ts'
import type { ReaderApp } from './reader-app.ts'
import { serveSite } from './serve-site.ts'

/**
 * The policy of every page. Images may come from anywhere, as articles show them; nothing else may. `data:` is for
 * the posters that the reader draws: the publisher takes it off the images of articles. `dompurify` is
 * the only maker of trusted HTML; `search-worker` names the address of the program that searches.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  // The one script within pages sets the reader's choices before anything is painted; see index.html.
  "script-src 'self' 'sha256-x20wk9eyYD++W4dppAkhlNMqE5aX+yY1RHrz2rJz+v4='",
  "style-src 'self'",
  "img-src 'self' data: https: http:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types dompurify search-worker',
].join('; ')

/** The part of the reader that shows articles. */
const ARTICLE_VIEW = '/src/reader/article/article-view.tsx'

/** A module without anything: what is bundled when the reader is built already. */
const NOTHING = 'virtual:kanbao-nothing'

/** Publishes a site beside the bundle (`vite build`), or serves it (`vite`). The archive is never a module. */
export const kanbao = (options: SiteOptions): Plugin => {
  const site = resolve(options.site)
  const out = resolve(options.out)
  const ledger = ledgerOf(options)
  let config: ResolvedConfig
  let base = '/'
  let app: ReaderApp | undefined
  return {
    name: 'kanbao',
    enforce: 'post',
    config(user, { command, mode, isPreview }) {
      const isServed = command === 'serve' && !isPreview
      base = isServed && existsSync(site) ? baseOrNone(site) : orExit(() => baseOf(site))
      if (command === 'build') app = builtReader(options, mode)
      return {
        base,
        ...(isServed &&
          user.server?.watch !== null && {
            server: { watch: { ignored: isIn([site, out, ledger], resolve(user.root ?? '.')) } },
          }),
        build: {
          outDir: out,
          // The edition takes what is built, and puts it into the folder when all else is there.
          emptyOutDir: false,
          copyPublicDir: false,
          assetsDir: 'app',
          ...(app && { rolldownOptions: { input: NOTHING } }),
        },
      }
    },
    configResolved(resolved) {
      config = resolved
    },
    resolveId: (id) => (id === NOTHING ? id : undefined),
    load: (id) => (id === NOTHING ? '' : undefined),
    transformIndexHtml: {
      order: 'post',
      handler(_, { server }) {
        const tags: HtmlTagDescriptor[] = [
          {
            tag: 'link',
            attrs: { rel: 'preload', href: `${config.base}archive/root.json`, as: 'fetch', crossorigin: '' },
          },
        ]
        const policy = { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY }
        // The development server injects scripts and styles of its own, which the policy would stop.
        return server ? tags : [{ tag: 'meta', attrs: policy, injectTo: 'head-prepend' }, ...tags]
      },
    },
    configureServer: (server) => serveSite(server, { site, base, apart: [out, ledger] }),
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const files = new Map<string, Uint8Array>()
        const parts = partsOf(bundle, ARTICLE_VIEW)
        for (const [path, file] of Object.entries(bundle)) {
          const content = file.type === 'chunk' ? file.code : file.source
          files.set(path, typeof content === 'string' ? Buffer.from(content) : content)
          // Nothing is written by Vite: a page of the new reader must not stand in the old edition.
          delete bundle[path]
        }
        if (app) return
        const page = Buffer.from(files.get('index.html') ?? '').toString()
        files.delete('index.html')
        app = { template: page.replace('</head>', () => `${articleParts(parts, config.base)}</head>`), files }
      },
    },
    // Behind Vite's own list of files, where what is said can be seen.
    async closeBundle(error) {
      if (error || !app || config.command !== 'build') return
      try {
        const isPublished = await publishSite(options, app, (line) => config.logger.info(line), config.mode)
        if (!isPublished) process.exitCode = 1
      } catch (thrown) {
        exitWith(thrown)
      }
    },
  }
}

/** What the page of an article loads besides what every page does, as a note in the shell: see write-page.ts. */
const articleParts = (parts: readonly string[], base: string): string => {
  const tags = parts.map((path) =>
    path.endsWith('.css')
      ? `<link rel="stylesheet" crossorigin href="${base}${path}">`
      : `<link rel="modulepreload" crossorigin href="${base}${path}">`,
  )
  return `<!--article-parts:${tags.join('\n    ')}-->`
}

/** The files of the chunk that has a module, with all that it imports; those of the entry are loaded anyhow. */
const partsOf = (bundle: Rolldown.OutputBundle, module: string): string[] => {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
  const chunkAt = (path: string) => chunks.find(({ fileName }) => fileName === path)
  const withImports = (path: string, found: Set<string>): Set<string> => {
    if (found.has(path)) return found
    found.add(path)
    for (const each of chunkAt(path)?.imports ?? []) withImports(each, found)
    return found
  }
  const own = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(module)))
  const entry = chunks.find(({ isEntry }) => isEntry)
  if (!own || !entry) return []
  const known = withImports(entry.fileName, new Set())
  const added = [...withImports(own.fileName, new Set())].filter((path) => !known.has(path))
  const styles = added.flatMap((path) => [...(chunkAt(path)?.viteMetadata?.importedCss ?? [])])
  return [...styles, ...added]
}

/** Of a site that is being written: whatever is wrong with it is told when it is published, and may be mended then. */
const baseOrNone = (site: string): string => {
  try {
    return baseOf(site)
  } catch (thrown) {
    if (!(thrown instanceof SiteError)) throw thrown
    return '/'
  }
}

/**
 * What Vite's own watcher is to leave alone, which sets a watch for each file. A folder that Vite's root is in is
 * not: the reader itself would not be watched then.
 */
const isIn = (folders: readonly string[], root: string) => {
  const within = (path: string, folder: string): boolean => `${path}/`.startsWith(`${folder}/`)
  const normal = (path: string): string => path.replaceAll('\\', '/')
  const left = folders.map(normal).filter((folder) => !within(normal(root), folder))
  return (path: string): boolean => left.some((folder) => within(normal(path), folder))
}

const orExit = <T>(work: () => T): T => {
  try {
    return work()
  } catch (thrown) {
    return exitWith(thrown)
  }
}
