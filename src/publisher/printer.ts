import { pathToFileURL } from 'node:url'
import type { PrintPage } from '../archive/printed-page.ts'

/** What the reader's program for printing offers. */
interface Printer {
  preparePrint(baseurl: string): Promise<PrintPage>
}

const prepared = new Map<string, Promise<PrintPage>>()

/**
 * Loads the program that prints pages, once for each site in each thread. The publisher knows it by its path alone: it
 * is the reader's own.
 * @param program the path of a JavaScript module; without it pages have a head and no more
 */
export const loadPrinter = async (
  program: string | undefined,
  baseurl: string,
): Promise<PrintPage | undefined> => {
  if (program === undefined) return undefined
  const key = `${program} ${baseurl}`
  const known = prepared.get(key)
  if (known) return known
  const loading = import(/* @vite-ignore */ pathToFileURL(program).href).then((module: Printer) =>
    module.preparePrint(baseurl),
  )
  prepared.set(key, loading)
  return loading
}
