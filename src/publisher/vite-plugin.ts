import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type HtmlTagDescriptor, type Plugin, type ResolvedConfig, version as viteVersion } from 'vite'
import { claimFolder, folderEdition } from './edition-folder.ts'
import { ledgerFolder } from './ledger/ledger.ts'
import { waitForTurn } from './one-publish.ts'
import { SiteError } from './problems.ts'
import { noProfile, startProfile } from './profile.ts'
import { showProgress } from './progress.ts'
import { publish } from './publish.ts'
import { keepApp, keptApp, publicFiles, type ReaderApp } from './reader-app.ts'
import { summarize, writeReport } from './report.ts'
import { serveSite } from './serve-site.ts'
import { appVersion } from './source-version.ts'
import { readConfig } from './stages/read-config/read-config.ts'

export interface KanbaoOptions {
  /** The Jekyll site folder to publish. */
  readonly site: string
  /** The folder the edition goes to. */
  readonly out: string
  /** The folder of the ledger; beside `out` unless said. */
  readonly ledger?: string | undefined
  /** Makes any problem stop the publish; else the site's own `kanbao.strict` says. */
  readonly strict?: boolean
  /** Prints what each stage took. */
  readonly isProfiled?: boolean
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

/** A module without anything: what is bundled when the reader is built already. */
const NOTHING = 'virtual:kanbao-nothing'

/** Publishes a site beside the bundle (`vite build`), or serves it (`vite`). The archive is never a module. */
export const kanbao = (options: KanbaoOptions): Plugin => {
  const site = resolve(options.site)
  const out = resolve(options.out)
  const ledger = resolve(options.ledger ?? ledgerFolder(options.out))
  let config: ResolvedConfig
  let base = '/'
  let appKey = ''
  let app: ReaderApp | undefined
  let giveTurnBack: (() => Promise<void>) | undefined
  let summary: string[] = []
  return {
    name: 'kanbao',
    enforce: 'post',
    config(user, { command, mode, isPreview }) {
      const isServed = command === 'serve' && !isPreview
      base = `${isServed && existsSync(site) ? baseurlOrNone(site) : orExit(() => baseurlOf(site))}/`
      if (command === 'build') {
        appKey = appVersion(base, mode, viteVersion)
        app = keptApp(ledger, appKey)
      }
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
    async buildStart() {
      if (config.command !== 'build') return
      giveTurnBack = await waitForTurn(out, (what) => config.logger.info(`kanbao: ${what}`))
      orExit(() => claimFolder(out, site))
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const files = new Map<string, Uint8Array>()
        for (const [path, file] of Object.entries(bundle)) {
          const content = file.type === 'chunk' ? file.code : file.source
          files.set(path, typeof content === 'string' ? Buffer.from(content) : content)
          // Nothing is written by Vite: a page of the new reader must not stand in the old edition.
          delete bundle[path]
        }
        if (app) return
        const template = Buffer.from(files.get('index.html') ?? '').toString()
        files.delete('index.html')
        app = { template, files }
        keepApp(ledger, appKey, app)
      },
    },
    async writeBundle() {
      const log = (line: string): void => config.logger.info(line)
      const reportPath = `${options.out.replace(/[/\\]+$/, '')}.report.json`
      const { template = '', files } = app ?? {}
      const profile = options.isProfiled ? startProfile() : noProfile
      try {
        const published = await publish({
          folder: site,
          edition: folderEdition(out),
          ledger,
          progress: showProgress(process.stderr, log),
          template,
          app: new Map([...publicFiles(config.publicDir), ...(files ?? [])]),
          without: [out, ledger, resolve(reportPath)],
          strict: options.strict ?? false,
          profile,
        })
        if (published.root === undefined) process.exitCode = 1
        writeReport(reportPath, published)
        summary = [...summarize(published, reportPath), ...profile.table()]
      } catch (thrown) {
        exitWith(thrown)
      }
    },
    async closeBundle() {
      await giveTurnBack?.()
      // Behind Vite's own list of files, where it can be seen.
      for (const line of summary) config.logger.info(line)
    },
  }
}

const baseurlOf = (site: string): string => readConfig(site, () => {}).site.baseurl

/** Of a site that is being written: whatever is wrong with it is told when it is published, and may be mended then. */
const baseurlOrNone = (site: string): string => {
  try {
    return baseurlOf(site)
  } catch (thrown) {
    if (!(thrown instanceof SiteError)) throw thrown
    return ''
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

/** A site error is the owner's to mend: one line says what and where. Anything else is a bug, and shows its stack. */
const exitWith = (thrown: unknown): never => {
  if (!(thrown instanceof SiteError)) throw thrown
  process.stderr.write(`kanbao: ${thrown.message}\n`)
  process.exit(1)
}
