import type { Edition } from './edition.ts'

/** What a part of an edition weighs on its host. */
export interface Weight {
  readonly files: number
  readonly bytes: number
  readonly largest: { readonly path: string; readonly bytes: number }
}

export const NO_WEIGHT: Weight = { files: 0, bytes: 0, largest: { path: '', bytes: 0 } }

/** The weight of one file. */
export const weightOfFile = (path: string, bytes: number): Weight => ({
  files: 1,
  bytes,
  largest: { path, bytes },
})

export const addWeights = (a: Weight, b: Weight): Weight => ({
  files: a.files + b.files,
  bytes: a.bytes + b.bytes,
  largest: b.largest.bytes > a.largest.bytes ? b.largest : a.largest,
})

/** What files weigh, given by their paths. */
export const weigh = (files: ReadonlyMap<string, string>): Weight =>
  [...files]
    .map(([path, content]) => weightOfFile(path, Buffer.byteLength(content)))
    .reduce(addWeights, NO_WEIGHT)

/** An edition that also weighs what is put into it. A file that is put twice counts twice. */
export const measured = (edition: Edition): Edition & { weight(): Weight; paths(): readonly string[] } => {
  let weight = NO_WEIGHT
  const paths: string[] = []
  const add = (path: string, content: string | Uint8Array): void => {
    const bytes = typeof content === 'string' ? Buffer.byteLength(content) : content.length
    weight = addWeights(weight, weightOfFile(path, bytes))
    paths.push(path)
  }
  return {
    ...edition,
    put(path, content) {
      edition.put(path, content)
      add(path, content)
    },
    seal(path, content) {
      add(path, content)
      edition.seal(path, content)
    },
    weight: () => weight,
    paths: () => paths,
  }
}
