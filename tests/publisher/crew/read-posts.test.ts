import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Article } from '../../../src/archive/article.ts'
import { type PostToRead, readPosts } from '../../../src/publisher/crew/read-posts.ts'
import { openSpool } from '../../../src/publisher/crew/spool.ts'
import { blobId } from '../../../src/publisher/identify-files.ts'
import { lineOf } from '../../../src/publisher/report.ts'
import { aPost, CONFIG, type Files, newFolder, newSite } from '../site-folder.ts'

const PATH = '_posts/2022-01-04-a.md'
const idOf = (text: string): string => blobId(Buffer.from(text))

const read = async (files: Files, posts: readonly PostToRead[], config = CONFIG) => {
  const [folder, spool] = [newSite(files), newFolder()]
  const found = await readPosts({ folder, config, spool, batch: 3, posts })
  const articleOf = openSpool(spool)
  return found.map((each) => {
    if (each === 'known' || 'problem' in each) return { each, article: undefined, record: undefined }
    return { each, record: each.record, article: JSON.parse(articleOf(each.span)) as Article }
  })
}

it('makes a record of a post, and puts its article into the spool', async () => {
  const text = aPost('甲', 'categories: macro\nredirect_from: /was/\n')
  const [found] = await read({ [PATH]: text }, [{ path: PATH }])
  expect(found?.article).toMatchObject({ title: '甲', permalink: '/macro/2022/01/04/a.html' })
  expect(found?.record).toMatchObject({
    path: PATH,
    id: idOf(text),
    day: '2022-01-04',
    permalink: '/macro/2022/01/04/a.html',
    aliases: ['/was/'],
    categories: [{ slug: 'macro', name: 'macro' }],
    bytes: Buffer.byteLength(JSON.stringify(found?.article)),
    isPublished: true,
  })
})

it('does not read on where the content is known', async () => {
  const text = aPost('甲')
  const known = await read({ [PATH]: text }, [{ path: PATH, known: idOf(text) }])
  expect(known[0]?.each).toBe('known')
  const changed = await read({ [PATH]: text }, [{ path: PATH, known: idOf('before') }])
  expect(changed[0]?.record?.id).toBe(idOf(text))
})

it('goes by git’s id of a file whose line ends git has changed', async () => {
  const lines = aPost('甲')
  const text = lines.replaceAll('\n', '\r\n')
  const id = async (...posts: PostToRead[]) => (await read({ [PATH]: text }, posts))[0]
  expect((await id({ path: PATH, expected: idOf(lines) }))?.record?.id).toBe(idOf(lines))
  expect((await id({ path: PATH, expected: idOf(lines), known: idOf(lines) }))?.each).toBe('known')
  // Changed since git looked at it.
  expect((await id({ path: PATH, expected: idOf('before') }))?.record?.id).toBe(idOf(text))
  expect((await id({ path: PATH }))?.record?.id).toBe(idOf(text))
})

it('names a post that cannot be read, and reads the others', async () => {
  const folder = newSite({ [PATH]: aPost('甲') })
  mkdirSync(join(folder, '_posts/b.md'))
  const posts = ['_posts/none.md', '_posts/b.md', PATH].map((path) => ({ path }))
  const found = await readPosts({ folder, config: CONFIG, spool: newFolder(), batch: 0, posts })
  const said = found.flatMap((each) => (typeof each === 'object' && 'problem' in each ? [each.problem] : []))
  expect(said.map(lineOf)).toEqual([
    expect.stringMatching(/^_posts\/none\.md:1: cannot be read \(ENOENT.*\); left out$/),
    expect.stringMatching(/^_posts\/b\.md:1: cannot be read \(EISDIR.*\); left out$/),
  ])
  expect(found[2]).toMatchObject({ record: { path: PATH }, span: { batch: 0, start: 0 } })
})

it('puts what was wrong with the bytes before what was wrong with the text', async () => {
  const bytes = Buffer.concat([Buffer.from('no title '), Buffer.from([0xb1, 0xea])])
  const [found] = await read({ [PATH]: bytes }, [{ path: PATH }])
  expect(found?.record?.problems.map(({ kind }) => kind)).toEqual(['encoding', 'front-matter', 'title'])
})

it('asks for what links name, and leads them there once that is known', async () => {
  const text = '---\ntitle: 甲\n---\n[乙]({% post_url 2022-01-05-b %}) [无]({% post_url none %})\n'
  const asks = ['2022-01-05-b', 'none']
  const [first] = await read({ [PATH]: text }, [{ path: PATH }])
  expect(first?.record).toMatchObject({ asks, answers: [], problems: [] })
  const answers = [
    ['2022-01-05-b', '/b.html'],
    ['none', undefined],
  ] as const
  const [second] = await read({ [PATH]: text }, [{ path: PATH, answers }])
  expect(second?.record).toMatchObject({ asks, answers: ['/b.html', undefined] })
  expect(second?.record?.problems.map(lineOf)).toEqual([
    `${PATH}:4: links to none, which is no post of the site; left it`,
  ])
  expect(second?.article?.html).toContain('<a href="/b.html">乙</a>')
})

it('renders Liquid where the site asks for it', async () => {
  const files = {
    [PATH]: '---\ntitle: 甲\n---\n{{ page.title }} {% include a.html %}\n',
    '_includes/a.html': '注',
  }
  const [text] = await read(files, [{ path: PATH }])
  const [rendered] = await read(files, [{ path: PATH }], { ...CONFIG, liquid: true })
  expect(text?.article?.html).toContain('{{ page.title }}')
  expect(rendered?.article?.html).toBe('<p>甲 注</p>')
})
