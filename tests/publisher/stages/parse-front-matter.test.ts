import { describe, expect, it } from 'vitest'
import { parseFrontMatter } from '../../../src/publisher/stages/parse-front-matter.ts'
import { notes } from '../site-folder.ts'

const parse = (text: string) => {
  const { taken, note } = notes()
  const { matter, body, bodyLine } = parseFrontMatter({ path: '_posts/a.md', text }, note)
  return { matter: { ...matter }, body, bodyLine, taken }
}

describe('sound front matter', () => {
  it('keeps scalars the strings they are in the file', () => {
    const text =
      '---\ndate: 2022-01-21 10:46:18\nzone: +0800\nn: 007\nb: yes\nnothing:\nlist: [1, "2"]\n---\nbody\n'
    expect(parse(text)).toEqual({
      matter: {
        date: '2022-01-21 10:46:18',
        zone: '+0800',
        n: '007',
        b: 'yes',
        nothing: null,
        list: ['1', '2'],
      },
      body: 'body\n',
      bodyLine: 9,
      taken: [],
    })
  })

  it.each([
    ['is empty', '---\n---\nbody\n', 'body\n', 3],
    ['holds a comment alone', '---\n# x\n---\nbody\n', 'body\n', 4],
    ['has blanks behind its dashes', '---  \na: b\n---\nbody\n', 'body\n', 4],
    ['has a body that holds dashes', '---\na: b\n---\none\n\n---\n\ntwo\n', 'one\n\n---\n\ntwo\n', 4],
  ])('%s', (_, text, body, bodyLine) => {
    expect(parse(text)).toMatchObject({ body, bodyLine, taken: [] })
  })
})

describe('what is no YAML is read line by line', () => {
  it.each([
    ['inner quotes', 'title: "他说"买入"了"', { title: '他说"买入"了' }],
    ['a backslash', 'title: "C:\\data\\"', { title: 'C:\\data\\' }],
    ['a star', 'tags: *ST新闻', { tags: '*ST新闻' }],
    ['a colon', 'tags: a: b', { tags: 'a: b' }],
    ['a tab', 'a: 1\n\tb: 2', { a: '1' }],
    ['a list', 'x: *y\ntags:\n  - "a"\n  - b', { x: '*y', tags: ['a', 'b'] }],
    ['a prototype key', '__proto__: *a\ntitle: b', { title: 'b' }],
  ])('with %s', (_, matter, expected) => {
    const { taken, ...post } = parse(`---\nlayout: post\n${matter}\n---\nbody\n`)
    expect(post.matter).toMatchObject({ layout: 'post', ...expected })
    expect(post.body).toBe('body\n')
    expect(taken).toHaveLength(1)
    expect(taken[0]).toMatch(/^\d: front-matter: is not valid YAML \(.+\); read it line by line$/)
  })

  it('pollutes no prototype', () => {
    parse('---\n__proto__: { seen: yes }\nconstructor: { prototype: { seen: yes } }\n---\n')
    parse('---\n__proto__:\n  - *a\nconstructor: "x"y"\n---\n')
    expect(({} as { seen?: unknown }).seen).toBeUndefined()
  })
})

describe('front matter that is not closed', () => {
  it.each([
    ['before markup', '---\ntitle: a\n<p>b</p>\n', '<p>b</p>\n', 3],
    ['before a body that is YAML, too', '---\ntitle: a\n\n<p>甲: 乙</p>\n', '\n<p>甲: 乙</p>\n', 3],
    [
      'before a body with a rule in it',
      '---\ntitle: "a"b"\n<p>b</p>\n\n---\n\nc\n',
      '<p>b</p>\n\n---\n\nc\n',
      3,
    ],
    ['before nothing', '---\ntitle: a', '', 3],
  ])('%s loses no body', (_, text, body, bodyLine) => {
    const post = parse(text)
    expect(post).toMatchObject({ body, bodyLine })
    expect(String(post.matter.title)).toMatch(/^a/)
    expect(post.taken).toHaveLength(1)
  })
})

it.each(['----\na: b\n---\n', '---js\n({ a: process.exit(1) })\n---\n', ' ---\na: b\n---\n', 'a: b\n', ''])(
  '%j has none, and is all body',
  (text) => {
    expect(parse(text)).toEqual({
      matter: {},
      body: text,
      bodyLine: 1,
      taken: ['1: front-matter: has no front matter; took the title from the text'],
    })
  },
)

it('of a size that no person writes is not given to YAML', () => {
  const { matter, taken } = parse(`---\ntitle: a\n${'# x\n'.repeat(20_000)}---\nbody\n`)
  expect(matter.title).toBe('a')
  expect(taken).toEqual([
    '2: front-matter: is not valid YAML (longer than front matter is); read it line by line',
  ])
})

describe('what Jekyll takes for front matter', () => {
  it.each([
    ['---\na: b\n---\n', true],
    ['---  \na: b\n...\nc\n', true],
    ['---\na: b\n', false],
    ['---\na: b\n----\n', false],
    ['----\na: b\n---\n', false],
    ['a', false],
  ])('%j: %s', (text, expected) => {
    const { isReadByJekyll } = parseFrontMatter({ path: '_posts/a.md', text }, notes().note)
    expect(isReadByJekyll).toBe(expected)
  })

  it('may be closed by dots, and then is YAML like any other', () => {
    const { matter, body, taken } = parse('---\ntitle: a\ncategories: [x, y]\n...\nb\n')
    expect([matter, body, taken]).toEqual([{ title: 'a', categories: ['x', 'y'] }, 'b\n', []])
  })
})

it('reads a list on one line, even where the rest is no YAML', () => {
  expect(parse('---\ntitle: "a"b"\ncategories: [x, "y z",]\n---\n').matter).toMatchObject({
    categories: ['x', 'y z'],
  })
})
