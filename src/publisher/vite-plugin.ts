import { existsSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { HtmlTagDescriptor, Plugin, ResolvedConfig } from 'vite'
import { type EditionFolder, openEditionFolder } from './edition-folder.ts'
import { SiteError } from './problems.ts'
import { showProgress } from './progress.ts'
import { publish } from './publish.ts'
import { summarize, writeReport } from './report.ts'
import { serveSite } from './serve-site.ts'
import { readConfig } from './stages/read-config/read-config.ts'

export interface KanbaoOptions {
  /** The Jekyll site folder to publish. */
  readonly site: string
  /** The folder the edition goes to. */
  readonly out: string
  /** Makes any problem stop the publish; else the site's own `kanbao.strict` says. */
  readonly strict?: boolean
}

/**
 * The policy of every page. Images may come from anywhere, as articles show them; nothing else may. `dompurify` is
 * the only maker of trusted HTML.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' https: http:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types dompurify',
].join('; ')

/** Publishes a site beside the bundle (`vite build`), or serves it (`vite`). The archive is never a module. */
export const kanbao = (options: KanbaoOptions): Plugin => {
  const site = resolve(options.site)
  const out = resolve(options.out)
  let config: ResolvedConfig
  let edition: EditionFolder
  let summary: string[] = []
  return {
    name: 'kanbao',
    config() {
      const { baseurl } = orExit(() => readConfig(site, () => {})).site
      return {
        base: `${baseurl}/`,
        // Old files are pruned after the new edition is whole, never before.
        build: { outDir: out, emptyOutDir: false, assetsDir: 'app' },
      }
    },
    configResolved(resolved) {
      config = resolved
    },
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
    configureServer: (server) => serveSite(server, site),
    buildStart() {
      // Before the bundle is written: the folder may be one that must not be touched.
      if (config.command === 'build') edition = orExit(() => openEditionFolder(out, site))
    },
    async writeBundle(_, bundle) {
      const log = (line: string): void => config.logger.info(line)
      const shell = bundle['index.html']
      const template = shell?.type === 'asset' ? String(shell.source) : ''
      try {
        const progress = showProgress(process.stderr, log)
        const { strict = false } = options
        const published = await publish({ folder: site, edition, progress, template, without: out, strict })
        if (published.isSealed) edition.prune([...Object.keys(bundle), ...publicFiles(config)])
        else process.exitCode = 1
        const reportPath = `${options.out.replace(/[/\\]+$/, '')}.report.json`
        writeReport(reportPath, published)
        summary = summarize(published, reportPath)
      } catch (thrown) {
        exitWith(thrown)
      }
    },
    closeBundle() {
      // Behind Vite's own list of files, where it can be seen.
      for (const line of summary) config.logger.info(line)
    },
  }
}

/** What Vite copies from `public/`, relative to it. */
const publicFiles = ({ publicDir }: ResolvedConfig): string[] =>
  publicDir && existsSync(publicDir)
    ? readdirSync(publicDir, { recursive: true, encoding: 'utf8' }).map(withSlashes)
    : []

const withSlashes = (path: string): string => path.replaceAll('\\', '/')

const orExit = <T>(work: () => T): T => {
  try {
    return work()
  } catch (thrown) {
    return exitWith(thrown)
  }
}

/** A site error is the owner's to mend: one line says what and where. Anything else is a bug, and shows its stack. */
const exitWith = (thrown: unknown): never => {
  if (!(thrown instanceof SiteError)) throw thrown
  process.stderr.write(`kanbao: ${thrown.message}\n`)
  process.exit(1)
}
