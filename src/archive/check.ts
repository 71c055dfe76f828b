/**
 * Run-time checks for what crosses a boundary: each check turns an unknown value into a typed one or throws a
 * CheckFailure that names the place. The types of the format are derived from the checks, so that both wings
 * read one definition and it cannot drift from its types.
 */
export type Check<T> = (value: unknown, place: string) => T

/** The type a check vouches for. */
export type Checked<C> = C extends Check<infer T> ? T : never

/** A value that breaks the format; `place` is a path such as `root.newest[3].title`. */
export class CheckFailure extends Error {
  override readonly name = 'CheckFailure'
  readonly place: string

  constructor(place: string, expected: string) {
    super(`${place}: expected ${expected}`)
    this.place = place
  }
}

/** Any string; `limit` is in UTF-16 code units. */
export const text =
  (limit = Number.POSITIVE_INFINITY): Check<string> =>
  (value, place) => {
    if (typeof value !== 'string') throw new CheckFailure(place, 'a string')
    if (value.length > limit) throw new CheckFailure(place, `at most ${limit} characters`)
    return value
  }

/** A string of one form; `what` names the form in the failure. */
export const matching =
  (form: RegExp, what: string): Check<string> =>
  (value, place) => {
    if (typeof value !== 'string' || !form.test(value)) throw new CheckFailure(place, what)
    return value
  }

/** A whole number from 0. */
export const count: Check<number> = (value, place) => {
  if (!Number.isSafeInteger(value) || (value as number) < 0)
    throw new CheckFailure(place, 'a whole number from 0')
  return value as number
}

export const flag: Check<boolean> = (value, place) => {
  if (typeof value !== 'boolean') throw new CheckFailure(place, 'true or false')
  return value
}

/** A list whose every item passes; a list longer than `limit` fails before its items are read. */
export const list =
  <T>(item: Check<T>, limit = Number.POSITIVE_INFINITY): Check<readonly T[]> =>
  (value, place) => {
    if (!Array.isArray(value)) throw new CheckFailure(place, 'a list')
    if (value.length > limit) throw new CheckFailure(place, `at most ${limit} items`)
    for (const [index, each] of value.entries()) item(each, `${place}[${index}]`)
    return value
  }

/** A field that may be absent, but not null. */
export const optional =
  <T>(check: Check<T>): Check<T | undefined> =>
  (value, place) =>
    value === undefined ? undefined : check(value, place)

/** An object used as a map from string to T; its keys are data, so they are only ever read through `entries`. */
export const dictionary =
  <T>(item: Check<T>): Check<Readonly<Record<string, T>>> =>
  (value, place) => {
    if (!isPlainObject(value)) throw new CheckFailure(place, 'an object')
    for (const [key, each] of Object.entries(value)) item(each, `${place}.${key}`)
    return value as Record<string, T>
  }

/** The item of a dictionary, or nothing; never a property that all objects inherit, such as `constructor`. */
export const itemOf = <T>(items: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(items, key) ? items[key] : undefined

type Shape = Record<string, Check<unknown>>
type OptionalKeys<S extends Shape> = {
  [K in keyof S]: undefined extends Checked<S[K]> ? K : never
}[keyof S]
type ShapeOf<S extends Shape> = {
  readonly [K in Exclude<keyof S, OptionalKeys<S>>]: Checked<S[K]>
} & { readonly [K in OptionalKeys<S>]?: Exclude<Checked<S[K]>, undefined> }

/** An object with these fields. Unknown fields pass: a later minor version of the format may add some. */
export const object =
  <S extends Shape>(shape: S): Check<ShapeOf<S>> =>
  (value, place) => {
    if (!isPlainObject(value)) throw new CheckFailure(place, 'an object')
    for (const [key, check] of Object.entries(shape)) check(value[key], `${place}.${key}`)
    return value as ShapeOf<S>
  }

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
