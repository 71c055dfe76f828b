import { expect, it } from 'vitest'
import { decodeFile } from '../../../src/publisher/stages/decode-file.ts'
import { notes } from '../site-folder.ts'

const decode = (bytes: Uint8Array) => {
  const { taken, note } = notes()
  return { text: decodeFile(bytes, note), taken }
}

/** 标题：看报 in GB 18030, on the third line. */
const GB = Buffer.from([
  ...Buffer.from('---\na: b\n'),
  ...[0xb1, 0xea, 0xcc, 0xe2, 0xa3, 0xba, 0xbf, 0xb4, 0xb1, 0xa8],
])

it.each([
  ['plain', 'a\nb', 'a\nb'],
  ['a byte order mark', '\uFEFF---\n', '---\n'],
  ['line ends of Windows and of old Macs', 'a\r\nb\rc\r\r\nd', 'a\nb\nc\n\nd'],
  ['a null character', 'a\0b', 'a\uFFFDb'],
  ['characters beyond the first plane', '𠮷😀', '𠮷😀'],
])('reads UTF-8 with %s', (_, written, expected) => {
  expect(decode(Buffer.from(written))).toEqual({ text: expected, taken: [] })
})

it('reads what old Chinese editors wrote, and says on which line it saw that', () => {
  expect(decode(GB)).toEqual({
    text: '---\na: b\n标题：看报',
    taken: ['3: encoding: is not UTF-8; read as GB 18030'],
  })
})

it('keeps what is sound of what is nothing', () => {
  expect(decode(Uint8Array.of(0x61, 0xff, 0x0a, 0xfe, 0x62))).toEqual({
    text: 'a\uFFFD\n\uFFFDb',
    taken: ['1: encoding: is not UTF-8; put a replacement character for each broken byte'],
  })
})

it('does not take UTF-8 that is cut off within a character for GB 18030, which it often is as well', () => {
  const whole = Buffer.from('---\ntitle: 南昌激荡工业高质量发展春潮\n---\n<p>日前，人民日报刊文</p>')
  for (let end = 27; end < whole.length; end++) {
    const { text } = decode(whole.subarray(0, end))
    expect(text.slice(0, 16)).toBe('---\ntitle: 南昌激荡工')
  }
})

it('names a post of more than a megabyte, and keeps all of it', () => {
  const { text, taken } = decode(Buffer.alloc(5 * 1024 * 1024, 'a'))
  expect(text).toHaveLength(5 * 1024 * 1024)
  expect(taken).toEqual(['1: size: has 5.0 MB; kept whole, in a file of its own'])
})
