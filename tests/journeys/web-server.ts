import { execFileSync, spawn } from 'node:child_process'
import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A web server that runs as an owner runs it. */
export interface WebServer {
  /** `http://127.0.0.1:PORT/`. */
  readonly url: string
  readonly stop: () => Promise<void>
}

/** A program by its name, on the PATH or where Debian puts servers. */
export const findProgram = (name: string): string | undefined =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
    .map((folder) => join(folder, name))
    .find(isProgram)

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Debian's package libnginx-mod-http-brotli-static puts it here. */
export const BROTLI_MODULE = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'

export interface NginxOptions {
  /** The program. */
  readonly nginx: string
  /** The output folder, and one for what the server needs itself. */
  readonly out: string
  readonly work: string
  /** Takes away the `#` before `brotli_static`. */
  readonly brotli?: boolean
}

/** Replaces what an owner is told to replace, and fails where the shipped file has it not. */
export const fillIn = (text: string, places: Readonly<Record<string, string>>): string =>
  Object.entries(places).reduce((filled, [place, value]) => {
    if (!filled.includes(place)) throw new Error(`the shipped configuration has no “${place}”`)
    return filled.replaceAll(place, value)
  }, text)

/** Starts nginx with the shipped configuration on a port of this machine alone. */
export const startNginx = async ({ nginx, out, work, brotli = false }: NginxOptions): Promise<WebServer> => {
  const port = await freePort()
  mkdirSync(work, { recursive: true })
  const shipped = readFileSync('src/hosting/nginx.conf', 'utf8')
  const places = {
    'listen 80;': `listen 127.0.0.1:${port};`,
    'listen [::]:80;': '',
    'paper.example': 'localhost',
    '/var/www/kanbao': out,
    ...(brotli && { '# brotli_static on;': 'brotli_static on;' }),
  }
  writeFileSync(join(work, 'kanbao.conf'), fillIn(shipped, places))
  const configuration = join(work, 'nginx.conf')
  writeFileSync(configuration, mainConfiguration(work, brotli))
  const tested = execFileSync(nginx, ['-t', '-q', '-c', configuration, '-e', 'stderr'], {
    encoding: 'utf8',
    stdio: 'pipe',
  })
  if (tested) throw new Error(tested)
  return start(nginx, ['-c', configuration, '-e', join(work, 'error.log')], `http://127.0.0.1:${port}/`)
}

/** What /etc/nginx/nginx.conf is on Debian, as far as it matters, with all files in a folder of its own. */
const mainConfiguration = (work: string, brotli: boolean): string =>
  [
    ...(brotli ? [`load_module ${BROTLI_MODULE};`] : []),
    // As root nginx would work as another user, who may not read a folder of ours.
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    `daemon off; worker_processes 1; pid ${work}/nginx.pid; error_log ${work}/error.log;`,
    'events { }',
    'http {',
    '  include /etc/nginx/mime.types; default_type application/octet-stream; types_hash_max_size 2048;',
    '  access_log off;',
    ...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (each) => `  ${each}_temp_path ${work}/${each};`,
    ),
    `  include ${work}/kanbao.conf;`,
    '}',
    '',
  ].join('\n')

/** Starts Caddy with the shipped configuration, without a certificate. */
export const startCaddy = async (caddy: string, out: string, work: string): Promise<WebServer> => {
  const port = await freePort()
  mkdirSync(work, { recursive: true })
  const shipped = readFileSync('src/hosting/kanbao.caddyfile', 'utf8')
  const places = { 'paper.example {': `http://127.0.0.1:${port} {`, '/var/www/kanbao': out }
  const configuration = join(work, 'Caddyfile')
  writeFileSync(configuration, `{\n\tadmin off\n}\n${fillIn(shipped, places)}`)
  const env = { ...process.env, XDG_DATA_HOME: work, XDG_CONFIG_HOME: work }
  const arguments_ = ['--config', configuration, '--adapter', 'caddyfile']
  execFileSync(caddy, ['validate', ...arguments_], { env, stdio: 'pipe' })
  return start(caddy, ['run', ...arguments_], `http://127.0.0.1:${port}/`, env)
}

const start = async (
  program: string,
  arguments_: readonly string[],
  url: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<WebServer> => {
  const child = spawn(program, arguments_, { env, stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  for (let tries = 0; !(await answers(url)); tries++) {
    if (child.exitCode !== null || tries > 100) throw new Error(`${program} does not answer at ${url}`)
    await wait(50)
  }
  return {
    url,
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  )

/** A port of this machine that nobody listens at. */
export const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
