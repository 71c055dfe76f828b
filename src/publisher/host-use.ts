import { bytesOfText, type Compression, filesOfText } from './compressed-files.ts'
import { HOST_BUDGETS, type HostName, PAGE_BYTES, TEXT_BYTES } from './host-budgets.ts'

/** What an edition takes of its host. */
export interface Usage {
  readonly files: number
  readonly bytes: number
  readonly largest: { readonly path: string; readonly bytes: number }
  /** The folder with the most files of its own; the site's own folder is the empty one. */
  readonly fullest: { readonly folder: string; readonly files: number }
  readonly articles: number
  /** Articles that have a page of their own; where not all have, the newest do. */
  readonly pages: number
  readonly compression: Compression
  /** Articles a day over the newest 30 days of the archive that hold articles. */
  readonly pace: number
}

/** Below this the app's own files weigh more than the articles, which then tell nothing of those to come. */
const FEW_ARTICLES = 1000

/** Days, about: whoever has ten years need not count them. */
const TEN_YEARS = 3652

/** A limit that the host has, and what the edition takes of it. */
interface Limit {
  readonly what: 'files' | 'bytes' | 'files in a folder' | 'bytes in a file'
  readonly where: string
  readonly used: number
  readonly most: number
  /** What would be used if no article had a page. */
  readonly bare: number
  /** Articles that still fit. */
  readonly left: number
}

const limitsOf = (host: HostName, usage: Usage): Limit[] => {
  const { files, bytes, largest, fullest, articles, pages, compression } = usage
  const most = HOST_BUDGETS[host]
  // Pages give way to the rest (`pagesThatFit`, `pagesThatWeigh`): the host is full only when the rest alone fills it.
  const pageFiles = pages * filesOfText(compression)
  const others = files - pageFiles
  // Where `newest N` is reached, a further article's page takes the place of an older one.
  const isCapped = pages < articles
  const bareBytes = Math.max(0, bytes - pages * (PAGE_BYTES + TEXT_BYTES) * bytesOfText(compression))
  // A folder grows for ever only where most pages lie in it (`/:title.html`); a day's folder is filled by its day.
  const isFlat = !isCapped && 2 * fullest.files > pageFiles
  /** Articles for which `room` is enough, if each takes as much as those so far did of `grown`. */
  const enoughFor = (room: number, grown: number): number =>
    grown > 0 ? (room / grown) * articles : Number.POSITIVE_INFINITY
  const limits: Limit[] = [
    {
      what: 'files',
      where: 'the site',
      used: files,
      most: most.files,
      bare: others,
      left: enoughFor(most.files - others, others),
    },
    {
      what: 'bytes',
      where: 'the site',
      used: bytes,
      most: most.bytes,
      bare: bareBytes,
      left: enoughFor(most.bytes - bareBytes, bareBytes),
    },
    {
      what: 'files in a folder',
      where: fullest.folder === '' ? 'the folder of the site' : shown(fullest.folder),
      used: fullest.files,
      most: most.folderFiles,
      bare: Math.max(0, fullest.files - pageFiles),
      left: enoughFor(most.folderFiles - fullest.files, isFlat ? fullest.files : 0),
    },
    {
      what: 'bytes in a file',
      where: shown(largest.path),
      used: largest.bytes,
      most: most.fileBytes,
      bare: largest.bytes,
      left: Number.POSITIVE_INFINITY,
    },
  ]
  return limits.filter(({ most: bound }) => Number.isFinite(bound))
}

/** One sentence on what the host would refuse and what the owner can do; nothing where it takes the edition. */
export const exceeds = (host: HostName, usage: Usage): string | undefined => {
  const limit = limitsOf(host, usage).find(({ used, most }) => used > most)
  if (limit === undefined) return undefined
  const { what, where, used, most, bare } = limit
  const remedy =
    what === 'bytes in a file'
      ? 'make it smaller, leave it out with exclude, or choose another host'
      : bare <= most
        ? `give fewer articles a page of their own (kanbao.pages; ${say(usage.pages)} have one), or choose another host`
        : 'choose another host, since to give no article a page (kanbao.pages: none) would not be enough'
  return `${HOST_BUDGETS[host].title} takes at most ${say(most)} ${what}, and ${where} has ${say(used)}: ${remedy}`
}

/** One line for the console: what the edition takes, what part of the host's limits that is, and when it is full. */
export const describeUse = (host: HostName, usage: Usage): string => {
  const limits = limitsOf(host, usage)
  const shareOf = (what: Limit['what'], show = say): string => {
    const limit = limits.find((each) => each.what === what)
    // Rounded down, so that 100 % is never said before it is so.
    return limit
      ? `, ${Math.floor((100 * limit.used) / limit.most)} % of the ${show(limit.most)} that ${HOST_BUDGETS[host].title} takes`
      : ''
  }
  const inFolder = shareOf('files in a folder')
  return [
    `${say(usage.files)} files${shareOf('files')}`,
    inFolder && `${say(usage.fullest.files)} in the fullest folder${inFolder}`,
    `${sizeOf(usage.bytes)}${shareOf('bytes', sizeOf)}`,
    forecast(limits, host, usage),
  ]
    .filter(Boolean)
    .join('; ')
}

/** The tightest limit tells when the host is full; nothing where none is in sight, or too little is known. */
const forecast = (limits: readonly Limit[], host: HostName, { articles, pages, pace }: Usage): string => {
  if (limits.some(({ used, most }) => used > most)) return `too much for ${HOST_BUDGETS[host].title}`
  const [tightest] = [...limits].sort((a, b) => a.left - b.left)
  if (!tightest || !Number.isFinite(tightest.left) || articles < FEW_ARTICLES || pace <= 0) return ''
  const days = Math.floor(tightest.left / pace)
  const when =
    days > TEN_YEARS ? 'more than ten years' : days < 1 ? 'less than a day' : `about ${counted(days, 'day')}`
  const at = counted(pace < 10 ? Math.round(pace * 10) / 10 : Math.round(pace), 'article')
  return `full in ${when} at ${at} a day${tightest.what !== 'files in a folder' && pages > 0 ? ', as pages give way' : ''}`
}

const say = (count: number): string => count.toLocaleString('en')

const counted = (count: number, what: string): string => `${say(count)} ${what}${count === 1 ? '' : 's'}`

/** In units of powers of ten, as hosts count. */
const sizeOf = (bytes: number): string =>
  bytes < 1e6
    ? `${say(Math.ceil(bytes / 1e3))} kB`
    : bytes < 1e9
      ? `${say(Math.floor(bytes / 1e6))} MB`
      : `${say(Math.floor(bytes / 1e7) / 100)} GB`

/** A file's name may steer no terminal. */
const shown = (path: string): string => path.replace(/\p{Cc}/gu, '\uFFFD')
